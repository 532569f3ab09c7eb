package org.fenchel.solver.smooth;

import org.fenchel.solver.Run.Health;
import org.jspecify.annotations.Nullable;

/**
 * A point with its margins and the gradient of mean loss plus smooth penalty there, moved along directions by {@link LineSearch}.
 * Margins follow the steps without a pass and are computed anew once in a while, so that rounding does not gather in them.
 */
public final class DescentPoint {
    private static final int REFRESH = 32;

    private final SmoothPart smooth;
    private final LineSearch search;
    private final SmoothPenalty penalty;
    private final double[] x;
    private final double[] margins;
    private final double[] along;
    private final double[] slopes;
    private final double[] lossGradient;
    private final double[] gradient;
    private @Nullable TangentSearch tangent;
    private int steps;
    private Health health = Health.WELL;

    /**
     * With all of a penalty that is smooth between its bounds.
     *
     * @param start taken over, not copied
     */
    public DescentPoint(SmoothPart smooth, double[] start) {
        this(smooth, SmoothPenalty.of(smooth.penalty()), start);
    }

    private DescentPoint(SmoothPart smooth, SmoothPenalty penalty, double[] start) {
        this.smooth = smooth;
        this.penalty = penalty;
        search = new LineSearch(smooth, penalty);
        x = start;
        margins = new double[smooth.n()];
        along = new double[smooth.n()];
        slopes = new double[smooth.n()];
        lossGradient = new double[smooth.size()];
        gradient = new double[smooth.size()];
        smooth.margins(x, margins);
        if (Double.isInfinite(smooth.value(margins))) {
            health = Health.OVERFLOW;
        } else {
            differentiate();
        }
    }

    /**
     * With the squares and bounds of the penalty alone: what has kinks is left to the method.
     *
     * @param start taken over, not copied
     */
    public static DescentPoint withoutKinks(SmoothPart smooth, double[] start) {
        return new DescentPoint(smooth, SmoothPenalty.squares(smooth.penalty()), start);
    }

    private void differentiate() {
        smooth.slopes(margins, slopes);
        smooth.transposed(slopes, lossGradient);
        System.arraycopy(lossGradient, 0, gradient, 0, gradient.length);
        double sum = 0;
        for (int j = 0; j < smooth.weights(); j++) {
            gradient[j] += penalty.derivative(x[j]);
        }
        for (double g : gradient) {
            sum += g * g;
        }
        if (!Double.isFinite(sum)) {
            health = Health.OVERFLOW;
        }
    }

    /** The point. Read only. */
    public double[] x() {
        return x;
    }

    /** Margins there. Read only. */
    public double[] margins() {
        return margins;
    }

    /** The gradient of the mean loss there, without the penalty's. Read only. */
    public double[] lossGradient() {
        return lossGradient;
    }

    /** The gradient there. Read only. */
    public double[] gradient() {
        return gradient;
    }

    /** Well, or overflow where the objective or its gradient is not finite. */
    public Health health() {
        return health;
    }

    /** Along a direction: the second derivative of the objective. Cost: half a pass. */
    public double curvature(double[] dx) {
        smooth.along(dx, along);
        double sum = smooth.curvatureAt(margins, along);
        for (int j = 0; j < smooth.weights(); j++) {
            sum += penalty.l2() * dx[j] * dx[j];
        }
        return sum;
    }

    /**
     * Moves along dx by the length the search finds. Cost: a pass.
     *
     * @param first length to try first
     * @return the length, 0 where the point stays
     */
    public double move(double[] dx, double first) {
        return move(dx, first, Double.POSITIVE_INFINITY);
    }

    /**
     * The same, no farther than a length that stays inside the bounds.
     *
     * @param farthest longest length allowed
     */
    public double move(double[] dx, double first, double farthest) {
        smooth.along(dx, along);
        double t = search.search(x, dx, margins, along, first, farthest);
        if (t > 0) {
            by(dx, t);
        }
        return t;
    }

    /**
     * Moves along dx by the first of falling lengths, from 1 on, at which mean loss and squares lie above their tangent by no more
     * than that length times {@code allowed}. Cost: a pass.
     *
     * @return the length, 0 where the point stays
     */
    public double moveBelow(double[] dx, double allowed) {
        smooth.along(dx, along);
        TangentSearch lengths = tangent;
        if (lengths == null) {
            lengths = new TangentSearch(smooth);
            tangent = lengths;
        }
        double square = 0;
        for (int j = 0; j < smooth.weights(); j++) {
            square += penalty.l2() * dx[j] * dx[j];
        }
        double t = lengths.search(margins, slopes, along, square, allowed);
        if (t > 0) {
            by(dx, t);
        }
        return t;
    }

    /** Moves by a length that is known to stay inside the domain. Cost: a pass. */
    public void moveBy(double[] dx, double t) {
        smooth.along(dx, along);
        by(dx, t);
    }

    private void by(double[] dx, double t) {
        for (int j = 0; j < x.length; j++) {
            double moved = x[j] + t * dx[j];
            x[j] = j < smooth.weights() ? penalty.inside(moved) : moved; // rounding may leave the bounds
        }
        if (++steps % REFRESH == 0) {
            smooth.margins(x, margins);
        } else {
            for (int i = 0; i < margins.length; i++) {
                margins[i] += t * along[i];
            }
        }
        differentiate();
    }
}
