package org.fenchel.kernel;

/** A matrix known by its products alone: m rows, n columns. */
public interface LinearMap {
    /** Rows. */
    int m();

    /** Columns. */
    int n();

    /**
     * {@code out = A x} for k vectors at once.
     *
     * @param x n rows of k numbers
     * @param out receives m rows of k numbers
     */
    void multiply(int k, double[] x, double[] out);

    /**
     * {@code out = A'y} for k vectors at once.
     *
     * @param y m rows of k numbers
     * @param out receives n rows of k numbers
     */
    void transposed(int k, double[] y, double[] out);
}
