package org.fenchel.solver.stochastic;

/**
 * Weights and intercepts that go down stochastic gradients: what one method does with them, and what it remembers. There are as many
 * intercepts as outputs, and as many weights for each column.
 */
interface Descent {
    /**
     * The margins of the first m rows of batch, shape (m, outputs), at the point where the method wants its gradient. Always
     * followed by {@link #descend} with the same batch.
     */
    void margins(int[] batch, int m, double[] out);

    /**
     * A step along the gradient {@code sum_k row(batch[k])' pulls[k]} of the losses.
     *
     * @param pulls may be overwritten
     * @param sums the gradient of the intercepts; 0 where there are none
     */
    void descend(int[] batch, int m, double[] pulls, double[] sums);

    /** Brings all weights up to date; called once a pass. */
    void settle();

    /** All weights, to be read only, current after {@link #settle}. */
    double[] weights();

    /** The intercepts. Read only. */
    double[] intercepts();
}
