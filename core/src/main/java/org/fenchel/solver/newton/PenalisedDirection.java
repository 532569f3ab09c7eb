package org.fenchel.solver.newton;

import org.fenchel.solver.smooth.DescentPoint;

/** A way to minimise, nearly, the second-order model of mean loss and squares plus the penalty's kinks and bounds. */
interface PenalisedDirection {
    /**
     * Minimises. The model at the result is lower than at the point unless the point is its minimiser.
     *
     * @param closeness distance of the point from the optimum, by that of the start: models are solved the more exactly, the smaller
     *     it is
     * @param damping by how much of itself each diagonal entry of the Hessian is raised
     * @param out receives the way from the point to the minimiser
     * @return what it cost in passes; negative where there is none
     */
    double solve(DescentPoint at, double closeness, double damping, double[] out);
}
