package org.fenchel.data;

/**
 * A design matrix: n rows of d features, immutable, read row by row. There are no row objects: a row is its number.
 *
 * <p>The three kinds of storage are closed, so that a loop decides once which it has and then runs on plain arrays.
 */
public sealed interface Rows permits DenseRows, SparseRows, IndicatorRows {
    /** Number of rows. */
    int n();

    /** Number of features (columns). */
    int d();

    /** Number of stored entries; {@code n * d} when dense. */
    long nonZeros();

    /**
     * Inner product of row {@code i} with {@code w} (length at least d). Cost: the row's stored entries.
     */
    double dot(int i, double[] w);

    /** {@code w += a * row(i)}. Cost: the row's stored entries. */
    void axpy(double a, int i, double[] w);

    /** Squared Euclidean norm of row {@code i}. */
    double squaredNorm(int i);

    /**
     * Reads one entry of each cache line of row {@code i} and returns their sum, which means nothing: called for the row after
     * this one, it has that row on its way from memory while this one is worked on. Worth it where rows are visited at random.
     */
    double fetch(int i);

    /**
     * {@code out[k] = row(batch[k])'w} for the first m entries of batch. Cost: the stored entries of those rows.
     */
    void multiply(int[] batch, int m, double[] w, double[] out);

    /**
     * {@code w += sum_k a[k] row(batch[k])} over the first m entries of batch. Cost: the stored entries of those rows.
     */
    void addTransposed(int[] batch, int m, double[] a, double[] w);

    /** The rows with these numbers, in this order (repeats allowed), copied to storage of the same kind. */
    Rows select(int[] rows);
}
