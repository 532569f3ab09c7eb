package org.fenchel.solver.newton;

import org.fenchel.solver.smooth.DescentPoint;

/** A way to solve, or nearly solve, for the minimiser of the objective's second-order model. */
interface NewtonDirection {
    /**
     * Solves.
     *
     * @param out receives the direction
     * @return what it cost in passes; negative where there is none
     */
    double solve(DescentPoint at, double[] out);
}
