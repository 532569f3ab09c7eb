package org.fenchel.solver.pointprocess;

import java.util.Optional;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Newton's method on the likelihoods of all nodes at once, for l2 or no penalty: a first point from every 64th and every 8th event, then
 * a step or two on all of them.
 *
 * <p>Cost of a step: d^2 / 2 + 3 d multiply-adds an event and d^3 / 6 a node, without a new curvature 2 d an event; on all cores, with
 * the same bits on any number of them. Memory beside the features: two numbers an event, and at most 2 + 16 matrices of order d a node.
 */
public record NodeNewton() implements Solver<NodewiseFit, Kernels> {
    @Override
    public Optional<String> refusal(NodewiseFit problem) {
        if (!(problem instanceof PointProcessFit)) {
            return Optional.of("least squares need no steps of Newton's; one factor solves them");
        }
        if (!problem.penalty().plain()) {
            return Optional.of(
                    "the penalty " + problem.penalty() + " has kinks or bounds, which Newton's step does not know");
        }
        if (problem.penalty().l2() == 0) {
            for (int i = 0; i < problem.nodes(); i++) {
                if (problem.events(i) == 0) {
                    return Optional.of("node number " + (i + 1)
                            + " has no events between start and end, and without l2 its likelihood has no maximum");
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Run<Kernels> start(NodewiseFit problem, long seed, @Nullable Kernels start) {
        return new NodeNewtonRun((PointProcessFit) problem, start);
    }
}
