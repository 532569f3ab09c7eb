package org.fenchel.solver;

import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;

/** What a method implements besides {@link Solver} when it can also fit models of several classes, under the same name and parameters. */
public interface VectorForm {
    /** The method with its parameters, for problems of K margins a row. It prints itself as the method does. */
    Solver<VectorSum, MultiLinear> onVectors();

    /**
     * That of any method of the catalogue.
     *
     * @throws InvalidInput if the method knows one margin a row only
     */
    static Solver<VectorSum, MultiLinear> of(Solver<?, ?> solver) {
        if (solver instanceof VectorForm form) {
            return form.onVectors();
        }
        throw InvalidInput.of(
                "the solver " + solver + " fits models of one margin, not of several classes",
                "choose another, such as auto or lbfgs");
    }
}
