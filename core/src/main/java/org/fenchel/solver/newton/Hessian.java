package org.fenchel.solver.newton;

import org.fenchel.solver.smooth.DescentPoint;

/** The second derivatives of mean loss and squares at a point, as far as the minimisers of a model ask for them. */
interface Hessian {
    /**
     * Moves to a point.
     *
     * @param damping by how much of itself each diagonal entry is raised
     * @return what it cost in passes
     */
    double at(DescentPoint point, double damping);

    /** The diagonal, raised; every entry is positive. Read only. */
    double[] diagonal();

    /**
     * {@code out = H v}.
     *
     * @return what it cost in passes
     */
    double multiply(double[] v, double[] out);
}
