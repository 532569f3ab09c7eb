package org.fenchel.solver.newton;

import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.Iteration;
import org.fenchel.solver.smooth.SmoothPart;

/**
 * Newton's method under a penalty with kinks and bounds h,
 *
 * <pre>dx = argmin_s  g's + s'(H + mu D) s / 2 + h(x + s),   x+ = x + t dx,</pre>
 *
 * g and H of mean loss and squares, D the diagonal of H. The minimiser is found the more exactly, the nearer the point is to the optimum: of the
 * residual |x - prox(x - g)| a part may remain that falls with the residual, which makes convergence superlinear. The length t is
 * searched for, or for identity-link counts follows from self-concordance. The damping mu is all but 0, and rises only where the search finds
 * that models hold for a small part of their step, as they do where losses are flat or straight.
 *
 * <p>Sources: J. Lee, Y. Sun and M. Saunders, "Proximal Newton-type methods for minimizing composite functions", SIAM J. Optim. 24
 * (2014); M.-C. Yue, Z. Zhou and A. So, "A family of inexact SQA methods for non-smooth convex minimization with provable convergence
 * guarantees based on the Luo-Tseng error bound property", Math. Program. 174 (2019), for damping and accuracy; Q. Tran-Dinh, A.
 * Kyrillidis and V. Cevher, "Composite self-concordant minimization", JMLR 16 (2015).
 */
final class ProximalNewtonSteps implements Iteration {
    private static final double LEAST_DAMPING = 1e-10;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double MOST_DAMPING = 1e6;

    /** Of the first residual, where rounding begins. */
    private static final double CLOSEST = 1e-12;

    /** Lengths below this say that the model reached too far. */
    private static final double SHORT = 0.1;

    private static final double FALL = 1e-4;

    /** Decrement below which whole steps are sure to stay inside the domain and to converge. */
    private static final double WHOLE = 0.2;

    private final DescentPoint point;
    private final PenalisedDirection direction;
    private final Kinks kinks;
    private final double concordance;
    private final boolean searched;
    private final double[] metric;
    private final double[] dx;
    private double damping = LEAST_DAMPING;
    private double firstResidual;
    private Health health;

    /**
     * @param concordance k of {@link SelfConcordance}, or 0
     */
    ProximalNewtonSteps(
            SmoothPart smooth,
            DescentPoint point,
            PenalisedDirection direction,
            Kinks kinks,
            double concordance,
            boolean searched) {
        this.point = point;
        this.direction = direction;
        this.kinks = kinks;
        this.concordance = concordance;
        this.searched = searched;
        dx = new double[smooth.size()];
        metric = new double[smooth.size()];
        health = point.health();
        if (health == Health.WELL) {
            double[] curvatures = new double[smooth.n()];
            smooth.curvatures(point.margins(), curvatures);
            smooth.diagonal(curvatures, metric);
            HessianProducts.raise(metric, 0);
            kinks.even(metric);
        }
    }

    @Override
    public double step() {
        if (health != Health.WELL) {
            return 1;
        }
        double residual = residual();
        firstResidual = Math.max(firstResidual, residual);
        double closeness = residual > 0 ? Math.max(CLOSEST, residual / firstResidual) : CLOSEST;
        double passes = direction.solve(point, closeness, damping, dx);
        double change = kinks.change(point.x(), point.gradient(), dx);
        if (change >= 0 && passes >= 0 && closeness > CLOSEST) {
            // next to a minimum a rough minimiser of the model may lie above the point, the exact one cannot
            double more = direction.solve(point, CLOSEST, damping, dx);
            passes = more < 0 ? more : passes + more;
            change = kinks.change(point.x(), point.gradient(), dx);
        }
        if (passes < 0 || !Double.isFinite(change)) {
            health = Health.OVERFLOW;
            return Math.abs(passes);
        }
        if (change >= 0) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            health = interrupted ? Health.WELL : Health.EXHAUSTED;
            return passes;
        }
        double moved = searched ? point.moveBelow(dx, -(1 - FALL) * change) : 0;
        if (moved == 0 && concordance > 0) {
            double decrement = Math.sqrt(point.curvature(dx) / concordance);
            moved = decrement <= WHOLE ? 1 : 1 / (1 + decrement);
            point.moveBy(dx, moved);
        } else {
            damp(moved);
        }
        // where all lengths are too long, a shorter model's may not be
        boolean stays = moved == 0 && damping >= MOST_DAMPING;
        health = stays ? Health.EXHAUSTED : point.health();
        return passes;
    }

    /** How far a proximal gradient step would lead, each coordinate measured by the curvature along it at the start. */
    private double residual() {
        double[] x = point.x();
        for (int j = 0; j < dx.length; j++) {
            dx[j] = x[j] - point.gradient()[j] / metric[j];
        }
        kinks.prox(dx, 1, metric, dx);
        double sum = 0;
        for (int j = 0; j < dx.length; j++) {
            sum += metric[j] * (dx[j] - x[j]) * (dx[j] - x[j]);
        }
        return Math.sqrt(sum);
    }

    private void damp(double length) {
        if (length < SHORT) {
            damping = Math.min(MOST_DAMPING, Math.max(FIRST_DAMPING, 10 * damping));
        } else if (length == 1) {
            damping = damping <= FIRST_DAMPING ? LEAST_DAMPING : damping / 10;
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
