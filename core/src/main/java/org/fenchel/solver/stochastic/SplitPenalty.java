package org.fenchel.solver.stochastic;

import org.fenchel.penalty.Constraint;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.jspecify.annotations.Nullable;

/**
 * A penalty in two parts: l2, whose gradient joins that of the losses, and the rest, which is taken by its prox. A penalty that is
 * not separable is taken whole by its prox.
 *
 * @param l2 weight of half the squared norm in the gradient
 * @param rest null where l2 is all there is
 */
record SplitPenalty(double l2, @Nullable Penalty rest) {
    static SplitPenalty of(Penalty penalty) {
        if (!(penalty instanceof Separable separable)) {
            return new SplitPenalty(0, penalty);
        }
        boolean plain = separable.l1() == 0
                && separable.low() == Double.NEGATIVE_INFINITY
                && separable.high() == Double.POSITIVE_INFINITY;
        Constraint ends = new Constraint(separable.low(), separable.high());
        return new SplitPenalty(separable.l2(), plain ? null : Penalty.of(0, separable.l1(), ends));
    }
}
