package org.fenchel.solver.newton;

import java.util.Arrays;
import java.util.Optional;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.VectorSum;

/**
 * The part h of a penalty that has kinks and bounds; its squares are with the losses. Around a point y lies a face, the points whose
 * entries at kinks and bounds are those of y: on it, in the other entries, which are free, h is smooth.
 *
 * <p>Arrays are points, whose intercepts, behind the weights, are always free.
 */
abstract sealed class Kinks permits WeightKinks, GroupKinks {
    private final boolean[] free;

    /**
     * @param size length of a point
     */
    Kinks(int size) {
        free = new boolean[size];
        Arrays.fill(free, true);
    }

    /**
     * Those of a penalty that {@link #refusal} has nothing against.
     *
     * @param weights number of weights
     * @param size length of a point
     */
    static Kinks of(Penalty penalty, int weights, int size) {
        return penalty instanceof GroupL2 groups
                ? new GroupKinks(groups, weights, size)
                : new WeightKinks((Separable) penalty, weights, size);
    }

    /** Why a problem's penalty is none of these, in words. */
    static Optional<String> refusal(FiniteSum problem) {
        return refusal(problem.penalty(), problem.penaltyInWords());
    }

    /** The same of several classes. */
    static Optional<String> refusal(VectorSum problem) {
        return refusal(problem.penalty(), problem.penaltyInWords());
    }

    private static Optional<String> refusal(Penalty penalty, String inWords) {
        return penalty instanceof Separable || penalty instanceof GroupL2
                ? Optional.empty()
                : Optional.of(
                        "the penalty " + inWords + " is known by its prox alone, which does not say where it is smooth,"
                                + " as second-order steps have to know; fista takes it");
    }

    /** Which entries of the face are free. Read only. */
    final boolean[] free() {
        return free;
    }

    /** Makes a metric one in which {@link #prox} has a closed form, by raising entries. */
    abstract void even(double[] metric);

    /** {@code out = argmin_z h(z) + sum_j scale metric_j (z_j - v_j)^2 / 2} over the weights; {@code v} may be {@code out}. */
    abstract void prox(double[] v, double scale, double[] metric, double[] out);

    /**
     * {@code slope'move + h(y + move) - h(y)}, in an order in which nothing cancels but the square of what is missing from a minimum.
     *
     * @param y a point where h is finite, as is {@code y + move}
     */
    abstract double change(double[] y, double[] slope, double[] move);

    /** Goes to the face of y, which is kept, not copied. */
    abstract void at(double[] y);

    /** {@code slope += h'(y)} in the free entries. */
    abstract void addSlope(double[] slope);

    /** {@code out += h''(y) v} for v that is 0 where entries are not free. */
    void addTimes(double[] v, double[] out) {
        // straight on its faces
    }

    /** {@code out += } the diagonal of h''(y). */
    void addDiagonal(double[] out) {
        // straight on its faces
    }

    /** How far from y along z the first end of the face is; infinite where there is none. */
    abstract double farthest(double[] z);

    /** Moves entries of a point beyond the ends of the face of y back to them. */
    abstract void bend(double[] point);
}
