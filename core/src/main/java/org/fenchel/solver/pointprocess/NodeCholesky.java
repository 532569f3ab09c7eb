package org.fenchel.solver.pointprocess;

import java.util.Optional;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.ContrastFit;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Least squares of all nodes by one Cholesky factor, for l2 or no penalty: a step ends it, others take rounding out. Cost: d^3 / 6
 * multiply-adds for all, and d^2 a node and step.
 */
public record NodeCholesky() implements Solver<NodewiseFit, Kernels> {
    @Override
    public Optional<String> refusal(NodewiseFit problem) {
        if (!(problem instanceof ContrastFit)) {
            return Optional.of("the likelihood is not a quadratic, and a factor does not solve it");
        }
        return problem.penalty().plain()
                ? Optional.empty()
                : Optional.of(
                        "the penalty " + problem.penalty() + " has kinks or bounds, which a factor does not know");
    }

    @Override
    public Run<Kernels> start(NodewiseFit problem, long seed, @Nullable Kernels start) {
        return new NodeCholeskyRun((ContrastFit) problem);
    }
}
