package org.fenchel.cli.linear;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Auto;
import org.fenchel.solver.planner.Plan;
import org.jspecify.annotations.Nullable;

/** The method that {@code --solver} names. */
final class SolverChoice {
    private SolverChoice() {}

    /**
     * The default suits itself to the data: {@link Auto}.
     *
     * @param tolerance the relative gap that will be asked for
     */
    @SuppressWarnings(
            "unchecked") // every solver of the catalogue is one of finite sums, until there are other problems
    static Solver<FiniteSum, Solution.Linear> of(@Nullable String spec, double tolerance) {
        return spec == null
                ? new Auto(tolerance)
                : (Solver<FiniteSum, Solution.Linear>)
                        Catalogue.of(Solver.class).parse(spec);
    }

    /** The plan that {@link Auto} makes for the problem; null where the user chose the method and did not ask for one. */
    static @Nullable Plan plan(LinearPlan wanted, FiniteSum problem, double tolerance) {
        return wanted.solver() instanceof Auto auto
                ? auto.plan(problem)
                : wanted.explain() ? new Auto(tolerance).plan(problem) : null;
    }

    /** The method itself: what {@link Auto} chose, others as they are. */
    static Solver<FiniteSum, Solution.Linear> resolve(Solver<FiniteSum, Solution.Linear> solver, @Nullable Plan plan) {
        return solver instanceof Auto && plan != null ? plan.chosen().orElse(solver) : solver;
    }

    /** The method as the user would write it. */
    static String words(Solver<FiniteSum, Solution.Linear> solver) {
        return Catalogue.of(Solver.class).print(solver);
    }
}
