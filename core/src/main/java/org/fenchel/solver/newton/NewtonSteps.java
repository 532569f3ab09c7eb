package org.fenchel.solver.newton;

import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.Iteration;

/** Newton steps, exact or not, damped by a search or by self-concordance. */
final class NewtonSteps implements Iteration {
    private final DescentPoint point;
    private final NewtonDirection direction;
    private final double concordance;
    private final boolean searched;
    private final double[] dx;
    private Health health;

    /**
     * @param concordance k of {@link SelfConcordance}, or 0
     */
    NewtonSteps(DescentPoint point, NewtonDirection direction, double concordance, boolean searched) {
        this.point = point;
        this.direction = direction;
        this.concordance = concordance;
        this.searched = searched;
        dx = new double[point.x().length];
        health = point.health();
    }

    @Override
    public double step() {
        if (health != Health.WELL) {
            return 1;
        }
        double passes = direction.solve(point, dx);
        double decrement = 0;
        for (int j = 0; j < dx.length; j++) {
            decrement -= point.gradient()[j] * dx[j];
        }
        if (passes < 0 || !Double.isFinite(decrement)) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            health = interrupted ? Health.WELL : Health.OVERFLOW;
            return Math.abs(passes);
        }
        if (decrement <= 0) {
            health = Health.EXHAUSTED;
            return passes;
        }
        double moved = searched ? point.move(dx, 1) : 0;
        double sure = concordance > 0 ? 1 / (1 + Math.sqrt(decrement / concordance)) : 0;
        if (moved == 0 && sure > 0) {
            point.moveBy(dx, sure);
            moved = sure;
        }
        health = moved == 0 ? Health.EXHAUSTED : point.health();
        return passes;
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
