package org.fenchel.solver.planner;

import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Solver;

/**
 * What one method costs. Implementations are found by themselves (through {@link java.util.ServiceLoader}): adding a method to the
 * choice is adding a file. They use shapes, spectra and constants that were measured once, never a clock.
 */
public interface CostModel {
    /** The method, with the parameters it would be used with. */
    Solver<FiniteSum, Linear> method();

    /** What it would cost; asked for problems only that the method does not refuse. */
    Estimate estimate(Facts facts);
}
