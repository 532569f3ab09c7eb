package org.fenchel.solver.gradient;

import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.Iteration;
import org.fenchel.solver.smooth.SmoothPart;

/** One proximal gradient step after another. */
final class Descent implements Iteration {
    /** By this much L is lowered after each step whose first L would do, so that it can follow a falling curvature. */
    private static final double RELAX = 0.9;

    private final ProximalStep step;
    private final boolean searched;
    private double[] point;
    private double[] margins;
    private Health health = Health.WELL;

    Descent(SmoothPart smooth, double[] start, double fixed) {
        step = new ProximalStep(smooth, fixed);
        searched = fixed == 0;
        point = start;
        margins = new double[smooth.n()];
        smooth.margins(point, margins);
        if (Double.isInfinite(smooth.value(margins))) {
            health = Health.OVERFLOW;
        }
    }

    @Override
    public double step() {
        if (health != Health.WELL) {
            return 1;
        }
        double before = step.lipschitz;
        double passes = step.from(point, margins);
        if (passes < 0) {
            health = step.failure();
            return -passes;
        }
        double[] left = point;
        double[] leftMargins = margins;
        point = step.to;
        margins = step.margins;
        step.to = left;
        step.margins = leftMargins;
        if (searched && step.lipschitz == before) {
            step.lipschitz *= RELAX;
        }
        return passes;
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
