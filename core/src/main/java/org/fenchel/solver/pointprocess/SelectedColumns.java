package org.fenchel.solver.pointprocess;

import java.util.Optional;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood under l1 for many nodes of which few affect each other: each node's problem is solved on the columns of a few source nodes,
 * the slope on all columns says which others are missed, and the certificate is of the problem with all of them.
 *
 * <p>Cost of a step: two passes through the events, of 2 D U and 3 D U multiply-adds an event, and the fits on the columns selected.
 * Memory: N times the columns selected, and D times all columns for the slopes; features of all columns are never kept.
 */
public record SelectedColumns() implements Solver<NodewiseFit, Kernels> {
    @Override
    public Optional<String> refusal(NodewiseFit problem) {
        if (!(problem instanceof PointProcessFit)) {
            return Optional.of("least squares keep no features that could be selected");
        }
        return problem.penalty().l1() > 0
                ? Optional.empty()
                : Optional.of("without l1 no coefficient stays at 0, and no column can be left out");
    }

    @Override
    public Run<Kernels> start(NodewiseFit problem, long seed, @Nullable Kernels start) {
        return new SelectedColumnsRun((PointProcessFit) problem, seed);
    }
}
