package org.fenchel.cli;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.solver.Solver;
import org.fenchel.solver.proximal.ProximalPoint;
import org.jspecify.annotations.Nullable;

/** The method that {@code --solver} names. */
final class SolverChoice {
    private SolverChoice() {}

    /** The default needs no tuning and ends with a proof: the full-batch proximal point method. */
    @SuppressWarnings(
            "unchecked") // every solver of the catalogue is one of finite sums, until there are other problems
    static Solver<FiniteSum, Solution.Linear> of(@Nullable String spec) {
        return spec == null
                ? new ProximalPoint()
                : (Solver<FiniteSum, Solution.Linear>)
                        Catalogue.of(Solver.class).parse(spec);
    }

    /** The method as the user would write it. */
    static String words(Solver<FiniteSum, Solution.Linear> solver) {
        return Catalogue.of(Solver.class).print(solver);
    }
}
