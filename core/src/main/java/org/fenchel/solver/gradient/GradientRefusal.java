package org.fenchel.solver.gradient;

import java.util.Optional;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.smooth.Accepts;

/** What gradient methods cannot solve. */
final class GradientRefusal {
    private GradientRefusal() {}

    static Optional<String> of(FiniteSum problem, StepSize step) {
        if (step == StepSize.FIXED
                && Double.isInfinite(problem.loss().smoothness())
                && problem.loss().differentiable()) {
            return Optional.of("no fixed step is safe: the derivative of the loss " + problem.lossInWords()
                    + " has no Lipschitz constant; step=backtracking finds one for each step");
        }
        return Accepts.smoothLoss(problem);
    }
}
