package org.fenchel.solver.quasinewton;

import java.util.Arrays;
import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.Iteration;

/** Steps along the memory's direction, or down the gradient where there is no memory yet or it leads nowhere. */
final class QuasiNewtonSteps implements Iteration {
    private final DescentPoint point;
    private final QuasiNewtonMemory memory;
    private final double[] dx;
    private final double[] before;
    private final double[] gradientBefore;
    private final boolean[] all;
    private Health health;

    QuasiNewtonSteps(DescentPoint point, QuasiNewtonMemory memory) {
        this.point = point;
        this.memory = memory;
        int p = point.x().length;
        dx = new double[p];
        before = new double[p];
        gradientBefore = new double[p];
        all = new boolean[p];
        Arrays.fill(all, true);
        health = point.health();
    }

    @Override
    public double step() {
        if (health != Health.WELL) {
            return 1;
        }
        System.arraycopy(point.x(), 0, before, 0, before.length);
        System.arraycopy(point.gradient(), 0, gradientBefore, 0, before.length);
        descend();
        double passes = 1;
        double moved;
        if (memory.multiply(dx, all)) {
            moved = point.move(dx, 1);
            if (moved == 0) {
                memory.clear();
                return passes;
            }
        } else {
            descend();
            double curvature = point.curvature(dx);
            passes += 0.5;
            double square = 0;
            for (double g : dx) {
                square += g * g;
            }
            double first = curvature > 1e-300 ? square / curvature : 1;
            moved = point.move(dx, first < 1e50 ? first : 1);
        }
        if (moved == 0) {
            health = Health.EXHAUSTED;
        } else {
            health = point.health();
            memory.add(point.x(), before, point.gradient(), gradientBefore);
        }
        return passes;
    }

    private void descend() {
        for (int j = 0; j < dx.length; j++) {
            dx[j] = -gradientBefore[j];
        }
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
