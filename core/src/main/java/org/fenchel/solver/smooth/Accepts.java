package org.fenchel.solver.smooth;

import java.util.Optional;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Recession;
import org.fenchel.problem.VectorRecession;
import org.fenchel.problem.VectorSum;

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
            return Optional.of(hasKinks(problem.penaltyInWords()));
        }
        return smoothLoss(problem);
    }

    /** Refuses, besides, penalties that tie weights together. */
    public static Optional<String> separable(FiniteSum problem) {
        return problem.penalty() instanceof Separable
                ? smoothLoss(problem)
                : Optional.of(tiesWeights(problem.penaltyInWords()));
    }

    /** Refuses problems one of whose intercepts falls for ever. */
    public static Optional<String> classes(VectorSum problem) {
        int empty = VectorRecession.emptyClass(problem);
        return empty < 0
                ? Optional.empty()
                : Optional.of("the objective has no minimiser: no row is of class " + empty
                        + ", whose intercept falls without end");
    }

    /** Refuses, besides, penalties other than none and l2. */
    public static Optional<String> smooth(VectorSum problem) {
        return isSquares(problem.penalty()) ? classes(problem) : Optional.of(hasKinks(problem.penaltyInWords()));
    }

    /** Refuses, besides, penalties that tie weights together. */
    public static Optional<String> separable(VectorSum problem) {
        return problem.penalty() instanceof Separable
                ? classes(problem)
                : Optional.of(tiesWeights(problem.penaltyInWords()));
    }

    private static String tiesWeights(String penalty) {
        return "the penalty " + penalty + " ties weights together, and this method bends its steps weight by weight;"
                + " fista, newton-cg and proximal-point take it";
    }

    private static String hasKinks(String penalty) {
        return "the penalty " + penalty
                + " has kinks or bounds, and this method needs derivatives of all: it takes l2 or no penalty; projected-lbfgs, newton-cg, proximal-point and fista take it";
    }

    /** Whether a penalty is l2/2 ||b||^2, or nothing, on all weights. */
    public static boolean isSquares(Penalty penalty) {
        return penalty instanceof Separable separable
                && separable.l1() == 0
                && separable.low() == Double.NEGATIVE_INFINITY
                && separable.high() == Double.POSITIVE_INFINITY;
    }
}
