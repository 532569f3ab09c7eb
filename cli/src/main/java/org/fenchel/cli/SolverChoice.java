package org.fenchel.cli;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Auto;
import org.jspecify.annotations.Nullable;

/** The method that {@code --solver} names. */
final class SolverChoice {
    private SolverChoice() {}

    /** The default suits itself to the data: {@link Auto}. */
    @SuppressWarnings(
            "unchecked") // every solver of the catalogue is one of finite sums, until there are other problems
    static Solver<FiniteSum, Solution.Linear> of(@Nullable String spec) {
        return spec == null
                ? new Auto()
                : (Solver<FiniteSum, Solution.Linear>)
                        Catalogue.of(Solver.class).parse(spec);
    }

    /** The method itself: what {@link Auto} chooses for the problem, others as they are. */
    static Solver<FiniteSum, Solution.Linear> resolve(Solver<FiniteSum, Solution.Linear> solver, FiniteSum problem) {
        return solver instanceof Auto auto ? auto.choose(problem) : solver;
    }

    /** The method as the user would write it. */
    static String words(Solver<FiniteSum, Solution.Linear> solver) {
        return Catalogue.of(Solver.class).print(solver);
    }
}
