package org.fenchel.solver.factorization;

import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;

/** Steps on single rows, which move the parameters of a machine. */
interface RowMethod {
    /** Turns to the rows of a part of the problem, where there are several. */
    void turnTo(FactorizationFit part);

    /** A pass begins, after so many. */
    void beginPass(int done);

    /** Takes the step on row i. */
    void take(int i);

    /** The score of the row of the last step, just before it, with its offset. */
    double score();

    /** Weights and vectors now. */
    Factors factors();

    /** The constant b0 now. */
    double constant();
}
