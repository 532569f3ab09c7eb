package org.fenchel.solver.pointprocess;

import java.util.Optional;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Auto;
import org.jspecify.annotations.Nullable;

/**
 * Any method of linear models, on each node's problem as one of counts whose mean is linear, or of least squares. The nodes' certificates add up. Takes every
 * penalty that the method takes.
 *
 * @param method how a node is solved
 */
public record NodeByNode(Solver<FiniteSum, Linear> method) implements Solver<NodewiseFit, Kernels> {
    /** By the method that suits each node. */
    public NodeByNode() {
        this(new Auto());
    }

    @Override
    public Optional<String> refusal(NodewiseFit problem) {
        for (int i = 0; i < problem.nodes(); i++) {
            Optional<String> why = method.refusal(problem.linear(i).problem());
            if (why.isPresent()) {
                return why.map(words -> "for " + problem.describe() + ": " + words);
            }
        }
        return Optional.empty();
    }

    @Override
    public Run<Kernels> start(NodewiseFit problem, long seed, @Nullable Kernels start) {
        return new NodeByNodeRun(problem, method, seed, start);
    }
}
