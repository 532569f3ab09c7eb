package org.fenchel.cli;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.VectorMethod;
import org.fenchel.solver.planner.Auto;
import org.jspecify.annotations.Nullable;

/** The method that {@code --solver} names, for problems of several classes. */
final class VectorSolverChoice {
    private VectorSolverChoice() {}

    /**
     * Reads the option; the default suits itself to the data.
     *
     * @throws org.fenchel.data.InvalidInput if there is no such method, or it knows one margin a row only
     */
    static Solver<VectorSum, MultiLinear> of(@Nullable String spec) {
        return VectorForm.of(
                spec == null ? new Auto() : Catalogue.of(Solver.class).parse(spec));
    }

    /** The method itself: what {@link Auto} chooses for the problem, others as they are. */
    static Solver<VectorSum, MultiLinear> resolve(Solver<VectorSum, MultiLinear> solver, VectorSum problem) {
        return solver instanceof VectorMethod vectors && vectors.method() instanceof Auto auto
                ? auto.choose(problem)
                : solver;
    }

    /** The method as the user would write it. */
    static String words(Solver<VectorSum, MultiLinear> solver) {
        Object named = solver instanceof VectorMethod vectors ? vectors.method() : solver;
        return Catalogue.of(Solver.class).print((Solver<?, ?>) named);
    }
}
