package org.fenchel.data;

import org.fenchel.kernel.Shards;

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
     * Reads one entry of most cache lines of the rows {@code batch[from]} to before {@code batch[to]} and returns their sum, which means
     * nothing: called for rows to come, it has them on their way from memory while others are worked on. Worth it where rows are
     * visited at random.
     */
    double fetch(int[] batch, int from, int to);

    /**
     * {@code out[k] = row(batch[k])'w} for the first m entries of batch. Cost: the stored entries of those rows, on all cores
     * where they are many.
     */
    default void multiply(int[] batch, int m, double[] w, double[] out) {
        int shards = Shards.count(entries(m));
        if (shards == 1) {
            multiply(batch, 0, m, w, out);
        } else {
            Shards.run(
                    shards, s -> multiply(batch, Shards.start(s, shards, m), Shards.start(s + 1, shards, m), w, out));
        }
    }

    /** The same for entries {@code from} to {@code to} of batch, on this thread. */
    void multiply(int[] batch, int from, int to, double[] w, double[] out);

    /**
     * {@code w += sum_k a[k] row(batch[k])} over the first m entries of batch. Cost: the stored entries of those rows, on all
     * cores where they are many; each of at most 16 parts then has a sum of its own, of length d, and all of these together
     * are no longer than the entries.
     */
    default void addTransposed(int[] batch, int m, double[] a, double[] w) {
        double entries = entries(m);
        int shards = (int) Math.min(Shards.count(entries), Math.max(1, entries / Math.max(1, d())));
        if (shards == 1) {
            addTransposed(batch, 0, m, a, w);
            return;
        }
        double[][] sums = new double[shards][];
        Shards.run(shards, s -> {
            sums[s] = new double[d()];
            addTransposed(batch, Shards.start(s, shards, m), Shards.start(s + 1, shards, m), a, sums[s]);
        });
        for (double[] sum : sums) {
            for (int j = 0; j < sum.length; j++) {
                w[j] += sum[j];
            }
        }
    }

    /** The same for entries {@code from} to {@code to} of batch, on this thread. */
    void addTransposed(int[] batch, int from, int to, double[] a, double[] w);

    /** Stored entries of m rows of middling length. */
    private double entries(int m) {
        return (double) nonZeros() / Math.max(1, n()) * m;
    }

    /** The rows with these numbers, in this order (repeats allowed), copied to storage of the same kind. */
    Rows select(int[] rows);
}
