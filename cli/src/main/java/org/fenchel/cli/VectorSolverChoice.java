package org.fenchel.cli;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.problem.Solution;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.planner.Auto;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.fenchel.solver.smooth.Accepts;
import org.jspecify.annotations.Nullable;

/**
 * The method that {@code --solver} names, for problems of several classes.
 *
 * @param method as the catalogue has it, null where the data is to decide
 */
record VectorSolverChoice(@Nullable Solver<?, ?> method) {
    /**
     * Reads the option.
     *
     * @throws org.fenchel.data.InvalidInput if there is no such method, or it knows one margin a row only
     */
    static VectorSolverChoice of(@Nullable String spec) {
        if (spec == null) {
            return new VectorSolverChoice(null);
        }
        Solver<?, ?> named = Catalogue.of(Solver.class).parse(spec);
        if (named instanceof Auto) {
            return new VectorSolverChoice(null);
        }
        VectorForm.of(named);
        return new VectorSolverChoice(named);
    }

    /** The method for a problem: L-BFGS where there are derivatives, accelerated proximal gradients where there are kinks. */
    VectorSolverChoice resolve(VectorSum problem) {
        if (method != null) {
            return this;
        }
        return new VectorSolverChoice(Accepts.isSquares(problem.penalty()) ? new Lbfgs() : new Fista());
    }

    /** The method on problems of several margins; it must have been {@link #resolve resolved}. */
    Solver<VectorSum, Solution.MultiLinear> solver() {
        if (method == null) {
            throw new IllegalStateException("not resolved yet");
        }
        return VectorForm.of(method);
    }

    /** The method as the user would write it. */
    String words() {
        return method == null ? "auto" : Catalogue.of(Solver.class).print(method);
    }
}
