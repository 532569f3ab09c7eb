package org.fenchel.solver.smooth;

import java.util.Optional;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;

/**
 * A penalty that has a gradient wherever weights may be: {@code tilt b + l2/2 b^2} for each weight between two bounds. An l1 norm is
 * such a one where weights have one sign.
 *
 * @param l2 weight of half the squares
 * @param tilt weight of the weights themselves
 * @param low least weight, or -infinity
 * @param high largest weight, or +infinity
 */
public record SmoothPenalty(double l2, double tilt, double low, double high) {
    /** The penalty in this form; only after {@link #refusal} has had nothing against it. */
    public static SmoothPenalty of(Penalty penalty) {
        Separable separable = (Separable) penalty;
        double tilt = separable.low() >= 0 ? separable.l1() : -separable.l1();
        return new SmoothPenalty(separable.l2(), tilt + 0.0, separable.low(), separable.high());
    }

    /** The squares and bounds of a penalty alone, without what has kinks. */
    public static SmoothPenalty squares(Penalty penalty) {
        return penalty instanceof Separable separable
                ? new SmoothPenalty(separable.l2(), 0, separable.low(), separable.high())
                : new SmoothPenalty(penalty.l2(), 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Why the problem's penalty has no such form, in words; empty when it has. */
    public static Optional<String> refusal(FiniteSum problem) {
        return problem.penalty() instanceof Separable separable
                        && (separable.l1() == 0 || separable.low() >= 0 || separable.high() <= 0)
                ? Optional.empty()
                : Optional.of("the penalty " + problem.penaltyInWords()
                        + " has kinks between its bounds: this method takes l2 and bounds, and l1 where weights have one sign;"
                        + " projected-lbfgs and proximal-point take it");
    }

    /** Its derivative at a weight between the bounds. */
    double derivative(double b) {
        return tilt + l2 * b;
    }

    /** The nearest weight between the bounds. */
    double inside(double b) {
        return Math.min(Math.max(b, low), high);
    }
}
