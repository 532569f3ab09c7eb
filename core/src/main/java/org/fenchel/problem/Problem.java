package org.fenchel.problem;

/** Something to minimise over solutions of kind S. A problem cannot iterate. */
public interface Problem<S extends Solution> {
    /** One line for traces and reports, such as {@code "logistic, n=4601, d=57, l2=2.2e-4, intercept"}. */
    String describe();

    /** Objective at a solution; {@code +infinity} where it is not defined. */
    double objective(S solution);

    /** Proves how far a solution is from optimal, as it is and with nothing of the method that found it. */
    default Certificate certify(S solution) {
        return new Certificate.None(objective(solution), "only the method that found it can prove anything");
    }
}
