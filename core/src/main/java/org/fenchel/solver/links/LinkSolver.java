package org.fenchel.solver.links;

import java.util.Optional;
import org.fenchel.problem.Solution;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.solver.Solver;

/** A method that predicts links; found by name among those of its own kind. */
public interface LinkSolver extends Solver<LinkFit, Solution.LowRank> {
    /** None: every such problem has a solution. */
    @Override
    default Optional<String> refusal(LinkFit problem) {
        return Optional.empty();
    }
}
