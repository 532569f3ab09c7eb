package org.fenchel.solver.stochastic;

/** Weights and intercept that go down stochastic gradients: what one method does with them, and what it remembers. */
interface Descent {
    /**
     * {@code out[k] = x'w + c} for the first m rows of batch, at the point where the method wants its gradient. Always followed
     * by {@link #descend} with the same batch.
     */
    void margins(int[] batch, int m, double[] out);

    /**
     * A step along the gradient {@code sum_k pulls[k] row(batch[k])} of the losses.
     *
     * @param pulls may be overwritten
     * @param sum the gradient of the intercept; 0 where there is none
     */
    void descend(int[] batch, int m, double[] pulls, double sum);

    /** Brings all weights up to date; called once a pass. */
    void settle();

    /** All weights, to be read only, current after {@link #settle}. */
    double[] weights();

    /** The intercept. */
    double intercept();
}
