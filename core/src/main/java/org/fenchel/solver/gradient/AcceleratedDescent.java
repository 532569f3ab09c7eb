package org.fenchel.solver.gradient;

import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.Iteration;
import org.fenchel.solver.smooth.SmoothPart;

/** Proximal gradient steps from points ahead of the iterates, restarted where these point uphill. */
final class AcceleratedDescent implements Iteration {
    /** An L that grows by more than this in one step belongs to another place than the iterates. */
    private static final double MUCH = 8;

    /** L is lowered by this after each step whose first L would do, so that it can follow a falling curvature. */
    private static final double RELAX = 0.95;

    private final SmoothPart smooth;
    private final ProximalStep step;
    private final boolean searched;
    private final double[] ahead;
    private final double[] aheadMargins;
    private double[] point;
    private double[] margins;
    private double[] before;
    private double[] beforeMargins;
    private double momentum = 1;
    private double momentumBefore = 1;
    private Health health = Health.WELL;

    AcceleratedDescent(SmoothPart smooth, double[] start, double fixed) {
        this.smooth = smooth;
        step = new ProximalStep(smooth, fixed);
        searched = fixed == 0;
        point = start;
        before = start.clone();
        ahead = start.clone();
        margins = new double[smooth.n()];
        beforeMargins = new double[smooth.n()];
        aheadMargins = new double[smooth.n()];
        smooth.margins(point, margins);
        smooth.margins(point, beforeMargins);
        if (Double.isInfinite(smooth.value(margins))) {
            health = Health.OVERFLOW;
        }
    }

    @Override
    public double step() {
        if (health != Health.WELL) {
            return 1;
        }
        lookAhead((momentumBefore - 1) / momentum);
        if (Double.isInfinite(smooth.value(aheadMargins))) {
            // ahead lies a border of the domain
            restart();
            lookAhead(0);
        }
        double lipschitz = step.lipschitz;
        double passes = step.from(ahead, aheadMargins);
        if (passes > 0 && momentumBefore > 1 && lipschitz > 0 && step.lipschitz > MUCH * lipschitz) {
            // the point ahead is next to a border of the domain, where curvature says nothing about the iterates
            step.lipschitz = lipschitz;
            momentum = 1;
            momentumBefore = 1;
            lookAhead(0);
            double again = step.from(ahead, aheadMargins);
            passes = again < 0 ? again : passes + again;
        }
        if (searched && passes > 0 && step.lipschitz == lipschitz) {
            step.lipschitz *= RELAX;
        }
        if (passes < 0) {
            health = step.failure();
            return -passes;
        }
        double uphill = 0;
        for (int j = 0; j < ahead.length; j++) {
            uphill += (ahead[j] - step.to[j]) * (step.to[j] - point[j]);
        }
        double[] oldest = before;
        double[] oldestMargins = beforeMargins;
        before = point;
        beforeMargins = margins;
        point = step.to;
        margins = step.margins;
        step.to = oldest;
        step.margins = oldestMargins;
        momentumBefore = momentum;
        momentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
        if (uphill > 0) {
            restart();
        }
        return passes;
    }

    private void restart() {
        momentum = 1;
        momentumBefore = 1;
    }

    private void lookAhead(double factor) {
        for (int j = 0; j < ahead.length; j++) {
            ahead[j] = point[j] + factor * (point[j] - before[j]);
        }
        for (int i = 0; i < margins.length; i++) {
            aheadMargins[i] = margins[i] + factor * (margins[i] - beforeMargins[i]);
        }
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
