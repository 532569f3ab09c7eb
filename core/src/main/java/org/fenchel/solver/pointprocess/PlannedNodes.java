package org.fenchel.solver.pointprocess;

import java.util.Optional;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * The method that suits a point process: Newton steps on all nodes for l2 or no penalty, node by node for penalties with kinks or
 * bounds and where the matrices of Newton's steps would be of an order above 1500.
 */
public record PlannedNodes() implements Solver<PointProcessFit, Kernels> {
    private static final int LARGEST = 1500;

    /** The method for this problem. */
    public Solver<PointProcessFit, Kernels> choose(PointProcessFit problem) {
        return problem.penalty().plain() && problem.d() <= LARGEST ? new NodeNewton() : new NodeByNode();
    }

    @Override
    public Optional<String> refusal(PointProcessFit problem) {
        return choose(problem).refusal(problem);
    }

    @Override
    public Run<Kernels> start(PointProcessFit problem, long seed, @Nullable Kernels start) {
        return choose(problem).start(problem, seed, start);
    }
}
