package org.fenchel.solver.factorization;

import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;

/** How a pass goes over its rows: in turn, or in rounds of several threads. */
interface Walk {
    /** Turns to the rows of a part of the problem, where there are several. */
    void turnTo(FactorizationFit part);

    /** A pass begins, after so many. */
    void beginPass(int done);

    /**
     * Takes the steps on all rows; ends early when the thread is interrupted.
     *
     * @param visits numbers of rows, in the order of the steps
     * @param scores receives the score of each of them just before its step, with its offset
     * @return how many were visited
     */
    int over(int[] visits, double[] scores);

    /** Weights and vectors now. */
    Factors factors();

    /** The constant b0 now. */
    double constant();
}
