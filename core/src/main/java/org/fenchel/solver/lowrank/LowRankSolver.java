package org.fenchel.solver.lowrank;

import java.util.Optional;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.solver.Solver;

/** A method that fits matrices of low rank; found by name among those of its own kind. */
public interface LowRankSolver extends Solver<LowRankFit, Solution.LowRank> {
    /** None, where a method needs no more of the fit than its proximal operator. */
    @Override
    default Optional<String> refusal(LowRankFit problem) {
        return Optional.empty();
    }
}
