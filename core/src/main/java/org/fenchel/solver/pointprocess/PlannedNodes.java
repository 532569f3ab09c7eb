package org.fenchel.solver.pointprocess;

import java.util.Optional;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.ContrastFit;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * The method that suits a point process: for l2 or no penalty Newton steps on the likelihoods of all nodes, one factor for their least
 * squares; node by node for penalties with kinks or bounds (on selected columns where they are many or their features do not fit memory) and where the matrices of Newton's steps would be of an order above 1500.
 */
public record PlannedNodes() implements Solver<NodewiseFit, Kernels> {
    private static final int LARGEST = 1500;

    /** The method for this problem. */
    public Solver<NodewiseFit, Kernels> choose(NodewiseFit problem) {
        if (!problem.penalty().plain()) {
            boolean large = problem instanceof PointProcessFit fit && (fit.every() > 1 || fit.d() > LARGEST);
            return large && problem.penalty().l1() > 0 ? new SelectedColumns() : new NodeByNode();
        }
        if (problem instanceof ContrastFit) {
            return new NodeCholesky();
        }
        return problem.d() <= LARGEST ? new NodeNewton() : new NodeByNode();
    }

    @Override
    public Optional<String> refusal(NodewiseFit problem) {
        return choose(problem).refusal(problem);
    }

    @Override
    public Run<Kernels> start(NodewiseFit problem, long seed, @Nullable Kernels start) {
        return choose(problem).start(problem, seed, start);
    }
}
