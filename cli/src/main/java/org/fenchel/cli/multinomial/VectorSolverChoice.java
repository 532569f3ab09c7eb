package org.fenchel.cli.multinomial;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.VectorMethod;
import org.fenchel.solver.planner.Auto;
import org.fenchel.solver.planner.Plan;
import org.jspecify.annotations.Nullable;

/** The method that {@code --solver} names, for problems of several classes. */
final class VectorSolverChoice {
    private VectorSolverChoice() {}

    /**
     * Reads the option; the default suits itself to the data.
     *
     * @param tolerance the relative gap that will be asked for
     * @throws org.fenchel.data.InvalidInput if there is no such method, or it knows one margin a row only
     */
    static Solver<VectorSum, MultiLinear> of(@Nullable String spec, double tolerance) {
        return VectorForm.of(
                spec == null ? new Auto(tolerance) : Catalogue.of(Solver.class).parse(spec));
    }

    /** The plan that {@link Auto} makes for the problem; null where the user chose the method and did not ask for one. */
    static @Nullable Plan plan(MultinomialPlan wanted, VectorSum problem, double tolerance) {
        return wanted.solver() instanceof VectorMethod vectors && vectors.method() instanceof Auto auto
                ? auto.plan(problem)
                : wanted.explain() ? new Auto(tolerance).plan(problem) : null;
    }

    /** The method itself: what {@link Auto} chose, others as they are. */
    static Solver<VectorSum, MultiLinear> resolve(Solver<VectorSum, MultiLinear> solver, @Nullable Plan plan) {
        return solver instanceof VectorMethod vectors && vectors.method() instanceof Auto && plan != null
                ? plan.chosen().map(VectorForm::of).orElse(solver)
                : solver;
    }

    /** The method as the user would write it. */
    static String words(Solver<VectorSum, MultiLinear> solver) {
        Object named = solver instanceof VectorMethod vectors ? vectors.method() : solver;
        return Catalogue.of(Solver.class).print((Solver<?, ?>) named);
    }
}
