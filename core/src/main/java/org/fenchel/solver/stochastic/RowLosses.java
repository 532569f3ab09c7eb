package org.fenchel.solver.stochastic;

import java.util.OptionalDouble;

/** The losses of a problem as stochastic gradients need them: of a few rows at a time, with a record of what a pass met. */
interface RowLosses {
    /** Number of rows. */
    int rows();

    /** Number of margins of a row. */
    int outputs();

    /** A pass begins. */
    void begin();

    /**
     * Turns the margins of m rows into gradients times shares times a factor, in place, and remembers the losses.
     *
     * @param z shape (m, outputs), without offsets
     * @param sums receives the sums over the rows, one for each output
     */
    void pull(int[] batch, int m, double[] z, double factor, double[] sums);

    /** Weighted mean of the losses of the pass, each as its row was met; none before the first. */
    OptionalDouble meanLoss();
}
