package org.fenchel.solver.direct;

import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.Iteration;

/**
 * A direct solve in the form of corrections: the first is the solution but for rounding; where the condition is not known to be
 * harmless, further solves of what is left (iterative refinement, in the same step) take out what it has cost.
 */
final class ClosedForm implements Iteration {
    private static final int REFINEMENTS = 2;
    private static final int MOST_STEPS = 8;
    private static final double ROUNDING = 0x1p-53;

    private final CentredRows rows;
    private final Correction correction;
    private final double[] point;
    private final double[] residual;
    private final double[] change;
    private int steps;
    private Health health = Health.WELL;

    ClosedForm(CentredRows rows, Correction correction, double[] start) {
        this.rows = rows;
        this.correction = correction;
        point = start;
        residual = new double[rows.n()];
        change = new double[rows.d()];
    }

    @Override
    public double step() {
        double before = 0;
        for (int solve = 0; solve <= REFINEMENTS; solve++) {
            rows.residual(point, residual);
            correction.solve(residual, point, change);
            double size = 0;
            double largest = 0;
            for (int j = 0; j < change.length; j++) {
                change[j] += point[j];
                size = Math.max(size, Math.abs(change[j] - point[j]));
                largest = Math.max(largest, Math.abs(change[j]));
            }
            if (!allFinite(change)) {
                health = Health.OVERFLOW;
                return 1;
            }
            System.arraycopy(change, 0, point, 0, change.length);
            // corrections shrink by one factor each: is the next one below the rounding of the point?
            boolean done = solve == 0 ? correction.exact() : size * (size / before) <= ROUNDING * largest;
            if (done || Thread.currentThread().isInterrupted()) {
                break;
            }
            before = size;
        }
        if (point.length > change.length) {
            point[change.length] = rows.residual(point, residual);
        }
        if (++steps == MOST_STEPS && health == Health.WELL) {
            health = Health.EXHAUSTED;
        }
        return 1;
    }

    private static boolean allFinite(double[] v) {
        double sum = 0;
        for (double entry : v) {
            sum += entry;
        }
        return Double.isFinite(sum);
    }

    @Override
    public double[] point() {
        return point;
    }

    @Override
    public Health health() {
        return health;
    }
}
