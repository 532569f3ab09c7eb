package org.fenchel.solver.quasinewton;

import org.fenchel.penalty.Separable;
import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.Iteration;
import org.fenchel.solver.smooth.SmoothPart;

/** Two-metric projected steps: see {@link ProjectedLbfgs}. */
final class ProjectedSteps implements Iteration {
    private static final double FALL = 1e-4;
    private static final int MOST_TRIALS = 60;

    /** Weights this close to a bound, at most, count as at it; less where the point is nearly optimal. */
    private static final double CLOSE = 1e-6;

    private final SmoothPart smooth;
    private final double l2;
    private final double tilt;
    private final double[] low;
    private final double[] high;
    private final QuasiNewtonMemory memory;
    private final boolean[] free;
    private final double[] slopes;
    private final double[] moved;
    private final double[] dx;
    private double[] x;
    private double[] margins;
    private double[] gradient;
    private double[] next;
    private double[] nextMargins;
    private double[] nextGradient;
    private Health health = Health.WELL;

    ProjectedSteps(SmoothPart smooth, Separable penalty, double[] start, QuasiNewtonMemory memory) {
        this.smooth = smooth;
        this.memory = memory;
        l2 = penalty.l2();
        tilt = penalty.l1() * (penalty.low() >= 0 ? 1 : -1);
        int p = smooth.size();
        low = new double[p];
        high = new double[p];
        for (int j = 0; j < p; j++) {
            low[j] = j < smooth.weights() ? penalty.low() : Double.NEGATIVE_INFINITY;
            high[j] = j < smooth.weights() ? penalty.high() : Double.POSITIVE_INFINITY;
        }
        free = new boolean[p];
        slopes = new double[smooth.n()];
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

    private void differentiate(double[] at, double[] atMargins, double[] out) {
        smooth.slopes(atMargins, slopes);
        smooth.transposed(slopes, out);
        double sum = 0;
        for (int j = 0; j < smooth.weights(); j++) {
            out[j] += l2 * at[j] + tilt;
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
        smooth.slopes(margins, slopes);
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

    /** Marks the coordinates that are not pressed against a bound; returns how far a unit step down the gradient would move. */
    private double chooseFree() {
        double square = 0;
        for (int j = 0; j < x.length; j++) {
            double off = x[j] - clamp(x[j] - gradient[j], j);
            square += off * off;
        }
        double close = Math.min(CLOSE, Math.sqrt(square));
        for (int j = 0; j < x.length; j++) {
            free[j] = gradient[j] > 0 ? x[j] > low[j] + close : x[j] < high[j] - close;
        }
        return square;
    }

    /** Quasi-Newton in the free coordinates, minus the gradient in the others; false where it is minus the gradient in all. */
    private boolean direction() {
        for (int j = 0; j < x.length; j++) {
            dx[j] = -gradient[j];
        }
        boolean remembered = memory.multiply(dx, free);
        for (int j = 0; j < x.length; j++) {
            dx[j] = remembered && free[j] ? dx[j] : -gradient[j];
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
            next[j] = clamp(x[j] + t * dx[j], j);
            double way = next[j] - x[j];
            promised += free[j] ? t * gradient[j] * dx[j] : gradient[j] * way;
            fall += gradient[j] * way + (j < smooth.weights() ? l2 / 2 * way * way : 0);
        }
        smooth.margins(next, nextMargins);
        fall += smooth.aboveTangent(margins, value, slopes, nextMargins, moved);
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

    private double clamp(double v, int j) {
        return Math.min(Math.max(v, low[j]), high[j]);
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
