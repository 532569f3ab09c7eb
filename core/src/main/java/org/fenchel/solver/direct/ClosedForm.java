package org.fenchel.solver.direct;

import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.Iteration;

/**
 * A direct solve in the form of corrections: the first is the solution but for rounding, a second solve of what is left (iterative
 * refinement, in the same step) takes out what the squared condition of the normal equations has cost.
 */
final class ClosedForm implements Iteration {
    private static final int REFINEMENTS = 2;
    private static final int MOST_STEPS = 8;

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
        for (int solve = 0; solve <= REFINEMENTS && health == Health.WELL; solve++) {
            rows.residual(point, residual);
            correction.solve(residual, point, change);
            double sum = 0;
            for (int j = 0; j < change.length; j++) {
                sum += point[j] + change[j];
            }
            if (!Double.isFinite(sum)) {
                health = Health.OVERFLOW;
                return 1;
            }
            for (int j = 0; j < change.length; j++) {
                point[j] += change[j];
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        double c = rows.residual(point, residual);
        if (point.length > change.length) {
            point[change.length] = c;
        }
        if (++steps == MOST_STEPS && health == Health.WELL) {
            health = Health.EXHAUSTED;
        }
        return 1;
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
