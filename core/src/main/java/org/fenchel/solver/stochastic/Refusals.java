package org.fenchel.solver.stochastic;

import java.util.Optional;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Recession;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.smooth.Accepts;

/** What gradient steps cannot do, in words. */
final class Refusals {
    private Refusals() {}

    static Optional<String> noMinimiser(FiniteSum problem) {
        return Recession.alongIntercept(problem)
                ? Optional.of("the objective has no minimiser: all targets pull the intercept the same way without end")
                : Optional.empty();
    }

    /** Where margins may leave the domain, a gradient step of any fixed size may take them out. */
    static Optional<String> openDomain(FiniteSum problem) {
        return hasOpenDomain(problem)
                ? Optional.of(
                        "the loss is infinite for some margins, and a gradient step of any fixed size may lead there")
                : Optional.empty();
    }

    static boolean hasOpenDomain(FiniteSum problem) {
        for (double y : problem.targets()) {
            if (problem.loss().domainLow(y) > Double.NEGATIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /** Variance is reduced by gradients that are alike at points that are near, which subgradients at kinks are not. */
    static Optional<String> kinks(FiniteSum problem) {
        return problem.loss().differentiable()
                ? Optional.empty()
                : Optional.of("the loss has kinks, and reducing the variance of gradients needs a derivative that is"
                        + " continuous");
    }

    static Optional<String> unknownProx(FiniteSum problem) {
        return unknownProx(problem.penalty());
    }

    /** The same for several classes, with what all methods refuse there. */
    static Optional<String> classesWithOwnSteps(VectorSum problem) {
        return Accepts.classes(problem).or(() -> unknownProx(problem.penalty()));
    }

    private static Optional<String> unknownProx(Penalty penalty) {
        return OwnSteps.isKnown(penalty)
                ? Optional.empty()
                : Optional.of(
                        "the penalty is known by its prox for one step size only, and here each weight has its own");
    }
}
