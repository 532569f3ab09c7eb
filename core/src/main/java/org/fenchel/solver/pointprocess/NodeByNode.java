package org.fenchel.solver.pointprocess;

import java.util.Optional;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Auto;
import org.jspecify.annotations.Nullable;

/**
 * Any method of linear models, on each node's problem as one of counts whose mean is linear. The nodes' certificates add up. Takes every
 * penalty that the method takes.
 *
 * @param method how a node is solved
 */
public record NodeByNode(Solver<FiniteSum, Linear> method) implements Solver<PointProcessFit, Kernels> {
    /** By the method that suits each node. */
    public NodeByNode() {
        this(new Auto());
    }

    @Override
    public Optional<String> refusal(PointProcessFit problem) {
        for (int i = 0; i < problem.nodes(); i++) {
            Optional<String> why = method.refusal(problem.asCounts(i));
            if (why.isPresent()) {
                return why.map(words -> "for " + problem.describe() + ": " + words);
            }
        }
        return Optional.empty();
    }

    @Override
    public Run<Kernels> start(PointProcessFit problem, long seed, @Nullable Kernels start) {
        return new NodeByNodeRun(problem, method, seed, start);
    }
}
