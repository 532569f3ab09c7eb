package org.fenchel.solver.smooth;

import java.util.Optional;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Recession;

/** What methods with derivatives ask of a problem, in words where it is not so. */
public final class Accepts {
    private Accepts() {}

    /** Refuses losses with kinks, and problems whose intercept alone falls for ever. */
    public static Optional<String> smoothLoss(FiniteSum problem) {
        if (!problem.loss().differentiable()) {
            return Optional.of(
                    "the loss " + problem.lossInWords() + " has kinks, where there is no gradient to follow");
        }
        return Recession.alongIntercept(problem)
                ? Optional.of("the objective has no minimiser: all targets pull the intercept the same way without end")
                : Optional.empty();
    }

    /** Refuses, besides, penalties other than none and l2. */
    public static Optional<String> smooth(FiniteSum problem) {
        if (!isSquares(problem.penalty())) {
            return Optional.of("the penalty " + problem.penaltyInWords()
                    + " has kinks or bounds, and this method needs derivatives of all: it takes l2 or no penalty");
        }
        return smoothLoss(problem);
    }

    /** Whether a penalty is l2/2 ||b||^2, or nothing, on all weights. */
    public static boolean isSquares(Penalty penalty) {
        return penalty instanceof Separable separable
                && separable.l1() == 0
                && separable.low() == Double.NEGATIVE_INFINITY
                && separable.high() == Double.POSITIVE_INFINITY;
    }
}
