package org.fenchel.solver.factorization;

import java.util.Optional;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Solver;

/** A method that fits factorization machines; found by name among those of its own kind. */
public interface FactorizationSolver extends Solver<FactorizationFit, Factorized> {
    /** None: every method here takes every loss, if by subgradients. */
    @Override
    default Optional<String> refusal(FactorizationFit problem) {
        return Optional.empty();
    }
}
