package org.fenchel.solver.bounded;

import java.util.Arrays;
import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.Iteration;
import org.fenchel.solver.smooth.SmoothPenalty;

/** L-BFGS-B steps of a linear model: lengths are searched for on the margins, which no further trial needs a pass for. */
final class BoundedSteps implements Iteration {
    private final DescentPoint point;
    private final BoundedDirection directions;
    private final double[] dx;
    private final double[] before;
    private final double[] gradientBefore;
    private Health health;

    /**
     * @param weights how many entries of the point the penalty bounds
     */
    BoundedSteps(DescentPoint point, SmoothPenalty penalty, int weights, int memory) {
        this.point = point;
        int p = point.x().length;
        double[] low = new double[p];
        double[] high = new double[p];
        Arrays.fill(low, 0, weights, penalty.low());
        Arrays.fill(high, 0, weights, penalty.high());
        Arrays.fill(low, weights, p, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, weights, p, Double.POSITIVE_INFINITY);
        directions = new BoundedDirection(memory, low, high);
        dx = new double[p];
        before = new double[p];
        gradientBefore = new double[p];
        health = point.health();
    }

    @Override
    public double step() {
        if (health != Health.WELL) {
            return 1;
        }
        System.arraycopy(point.x(), 0, before, 0, before.length);
        System.arraycopy(point.gradient(), 0, gradientBefore, 0, before.length);
        double passes = 1;
        if (directions.isFirst()) {
            directions.forget(curvature());
            passes += 0.5;
        }
        if (!directions.find(before, gradientBefore, dx)) {
            health = Health.EXHAUSTED; // a point from which the projected path leads nowhere is optimal
            return passes;
        }
        double moved = dot(gradientBefore, dx) < 0 ? point.move(dx, 1, directions.farthest(before, dx)) : 0;
        if (moved > 0) {
            health = point.health();
            directions.learn(point.x(), before, point.gradient(), gradientBefore);
        } else if (directions.isFirst()) {
            health = Health.EXHAUSTED;
        } else {
            directions.forget(1); // what was learnt misleads: the next step begins from the gradient alone
        }
        return passes;
    }

    /** The mean second derivative down the gradient: the scale of the first step. */
    private double curvature() {
        directions.downhill(before, gradientBefore, dx);
        double mean = point.curvature(dx) / dot(dx, dx);
        return mean > 1e-100 && mean < 1e100 ? mean : 1;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    @Override
    public double[] point() {
        return point.x();
    }

    @Override
    public DescentPoint known() {
        return point;
    }

    @Override
    public Health health() {
        return health;
    }
}
