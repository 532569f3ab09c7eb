package org.fenchel.solver.quasinewton;

import org.fenchel.penalty.Separable;
import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.Iteration;
import org.fenchel.solver.smooth.SmoothPart;

/**
 * Steps for a smooth loss under a separable penalty with kinks and bounds, by two-metric projection: on the {@link Pieces} around the
 * point the problem is smooth with bounds. Coordinates that the gradient presses against an end of their piece keep to gradient
 * steps, the others take a quasi-Newton step made for them alone, and the way is bent where it meets an end.
 *
 * <p>Every direction is one of descent on its arc, and a search of the length along the arc makes the method converge. Cost of a step:
 * a pass, and half a pass for each length that was too long.
 *
 * <p>Sources: D. Bertsekas, "Projected Newton methods for optimization problems with simple constraints", SIAM J. Control Optim. 20
 * (1982); M. Schmidt, D. Kim and S. Sra, "Projected Newton-type methods in machine learning" (2011).
 */
final class ProjectedSteps implements Iteration {
    private static final double FALL = 1e-4;
    private static final int MOST_TRIALS = 60;

    /** Coordinates this close to an end, at most, count as at it; less where the point is nearly optimal. */
    private static final double CLOSE = 1e-6;

    private final SmoothPart smooth;
    private final QuasiNewtonMemory memory;
    private final double l2;
    private final Pieces pieces;
    private final boolean[] free;
    private final double[] slope;
    private final double[] lossSlopes;
    private final double[] moved;
    private final double[] dx;
    private double[] x;
    private double[] margins;
    private double[] gradient;
    private double[] next;
    private double[] nextMargins;
    private double[] nextGradient;
    private Health health = Health.WELL;

    /**
     * @param start taken over, not copied; within the penalty's bounds
     */
    ProjectedSteps(SmoothPart smooth, double[] start, QuasiNewtonMemory memory) {
        this.smooth = smooth;
        this.memory = memory;
        Separable penalty = (Separable) smooth.penalty();
        l2 = penalty.l2();
        int p = smooth.size();
        pieces = new Pieces(penalty, smooth.weights(), p);
        free = new boolean[p];
        slope = new double[p];
        lossSlopes = new double[smooth.n()];
        moved = new double[smooth.n()];
        dx = new double[p];
        x = start;
        gradient = new double[p];
        margins = new double[smooth.n()];
        next = new double[p];
        nextMargins = new double[smooth.n()];
        nextGradient = new double[p];
        smooth.margins(x, margins);
        if (Double.isInfinite(smooth.value(margins))) {
            health = Health.OVERFLOW;
        } else {
            differentiate(x, margins, gradient);
        }
    }

    /** The gradient of mean loss and l2. */
    private void differentiate(double[] at, double[] atMargins, double[] out) {
        smooth.slopes(atMargins, lossSlopes);
        smooth.transposed(lossSlopes, out);
        double sum = 0;
        for (int j = 0; j < smooth.weights(); j++) {
            out[j] += l2 * at[j];
        }
        for (double g : out) {
            sum += g * g;
        }
        if (!Double.isFinite(sum)) {
            health = Health.OVERFLOW;
        }
    }

    @Override
    public double step() {
        if (health != Health.WELL) {
            return 1;
        }
        if (chooseFree() == 0) {
            health = Health.EXHAUSTED; // a point from which the projected gradient leads nowhere is optimal
            return 0.5;
        }
        boolean remembered = direction();
        double passes = 0.5;
        double t = 1;
        if (!remembered) {
            t = gradientLength();
            passes += 0.5;
        }
        double value = smooth.value(margins);
        smooth.slopes(margins, lossSlopes);
        for (int trial = 0; trial < MOST_TRIALS; trial++, t /= 2) {
            passes += 0.5;
            if (falls(t, value)) {
                differentiate(next, nextMargins, nextGradient);
                memory.add(next, x, nextGradient, gradient);
                swap();
                return passes;
            }
            if (Thread.currentThread().isInterrupted()) {
                return passes;
            }
        }
        if (remembered) {
            memory.clear();
        } else {
            health = Health.EXHAUSTED;
        }
        return passes;
    }

    /**
     * Chooses the pieces and marks the coordinates that are not pressed against an end of theirs; returns how far a unit step down
     * the gradient would move, squared.
     */
    private double chooseFree() {
        pieces.choose(x, gradient);
        double square = 0;
        for (int j = 0; j < x.length; j++) {
            slope[j] = gradient[j] + pieces.tilt(j);
            double off = x[j] - pieces.clamp(x[j] - slope[j], j);
            square += off * off;
        }
        double close = Math.min(CLOSE, Math.sqrt(square));
        for (int j = 0; j < x.length; j++) {
            free[j] = slope[j] > 0 ? x[j] > pieces.low(j) + close : x[j] < pieces.high(j) - close;
        }
        return square;
    }

    /** Quasi-Newton in the free coordinates, minus the slope in the others; false where it is minus the slope in all. */
    private boolean direction() {
        for (int j = 0; j < x.length; j++) {
            dx[j] = -slope[j];
        }
        boolean remembered = memory.multiply(dx, free);
        for (int j = 0; j < x.length; j++) {
            dx[j] = remembered && free[j] ? dx[j] : -slope[j];
        }
        return remembered;
    }

    /** The length that minimises the objective's second-order model along minus the gradient in the free coordinates. */
    private double gradientLength() {
        double square = 0;
        for (int j = 0; j < x.length; j++) {
            next[j] = free[j] ? dx[j] : 0;
            square += next[j] * next[j];
        }
        smooth.along(next, nextMargins);
        double curvature = l2 * square + smooth.curvatureAt(margins, nextMargins);
        double length = square / curvature;
        return length > 0 && length < 1e50 ? length : 1;
    }

    /**
     * Goes to the point at t on the arc, and says whether the objective falls enough there (Bertsekas, equation 36). The fall is
     * computed from the loss's height above its tangent, which rounding leaves exact near the minimum.
     */
    private boolean falls(double t, double value) {
        double promised = 0;
        double fall = 0;
        for (int j = 0; j < x.length; j++) {
            next[j] = pieces.clamp(x[j] + t * dx[j], j);
            double way = next[j] - x[j];
            promised += free[j] ? t * slope[j] * dx[j] : slope[j] * way;
            fall += slope[j] * way + (j < smooth.weights() ? l2 / 2 * way * way : 0);
        }
        smooth.margins(next, nextMargins);
        fall += smooth.aboveTangent(margins, value, lossSlopes, nextMargins, moved);
        return fall <= FALL * promised && promised < 0;
    }

    private void swap() {
        double[] oldX = x;
        double[] oldMargins = margins;
        double[] oldGradient = gradient;
        x = next;
        margins = nextMargins;
        gradient = nextGradient;
        next = oldX;
        nextMargins = oldMargins;
        nextGradient = oldGradient;
    }

    @Override
    public double[] point() {
        return x;
    }

    @Override
    public Health health() {
        return health;
    }
}
