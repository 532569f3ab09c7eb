package org.fenchel.data;

import org.fenchel.kernel.Shards;
import org.fenchel.kernel.ThinMatrix;

/**
 * Products of rows with matrices of k columns, as {@link Rows#multiply} and {@link Rows#addTransposed} are with vectors, which they
 * come down to where k is 1. Matrices are stored row after row: {@code b[j k + c]} belongs to feature j and output c.
 */
public final class MatrixProducts {
    private MatrixProducts() {}

    /**
     * {@code out[r] = row(batch[r]) b} for the first m entries of batch, on all cores where they are many. Cost: k times the stored
     * entries of those rows.
     *
     * @param b shape (d, k)
     * @param out shape (m, k)
     */
    public static void multiply(Rows rows, int[] batch, int m, int k, double[] b, double[] out) {
        if (k == 1) {
            rows.multiply(batch, m, b, out);
            return;
        }
        int shards = Shards.count(work(rows, m, k));
        if (shards == 1) {
            multiply(rows, batch, 0, m, k, b, out);
        } else {
            Shards.run(
                    shards,
                    s -> multiply(rows, batch, Shards.start(s, shards, m), Shards.start(s + 1, shards, m), k, b, out));
        }
    }

    private static void multiply(Rows rows, int[] batch, int from, int to, int k, double[] b, double[] out) {
        if (rows instanceof DenseRows dense) {
            int d = dense.d();
            int r = from;
            for (; r + 3 < to; r += 4) {
                ThinMatrix.multiply4(
                        d,
                        k,
                        dense.values(),
                        batch[r] * d,
                        batch[r + 1] * d,
                        batch[r + 2] * d,
                        batch[r + 3] * d,
                        b,
                        out,
                        r * k);
            }
            for (; r < to; r++) {
                ThinMatrix.multiply(d, k, dense.values(), batch[r] * d, b, out, r * k);
            }
        } else if (rows instanceof SparseRows sparse) {
            for (int r = from; r < to; r++) {
                int i = batch[r];
                ThinMatrix.gather(
                        k,
                        sparse.columns(),
                        sparse.values(),
                        sparse.starts()[i],
                        sparse.starts()[i + 1],
                        b,
                        out,
                        r * k);
            }
        } else if (rows instanceof IndicatorRows ones) {
            for (int r = from; r < to; r++) {
                int i = batch[r];
                ThinMatrix.gatherOnes(k, ones.columns(), ones.starts()[i], ones.starts()[i + 1], b, out, r * k);
            }
        }
    }

    /**
     * {@code b += sum_r row(batch[r])' a[r]} over the first m entries of batch, on all cores where they are many, each part then
     * with a sum of its own. Cost: k times the stored entries of those rows.
     *
     * @param a shape (m, k)
     * @param b shape (d, k)
     */
    public static void addTransposed(Rows rows, int[] batch, int m, int k, double[] a, double[] b) {
        if (k == 1) {
            rows.addTransposed(batch, m, a, b);
            return;
        }
        double work = work(rows, m, k);
        int length = rows.d() * k;
        int shards = (int) Math.min(Shards.count(work), Math.max(1, work / Math.max(1, length)));
        if (shards == 1) {
            addTransposed(rows, batch, 0, m, k, a, b);
            return;
        }
        double[][] sums = new double[shards][];
        Shards.run(shards, s -> {
            sums[s] = new double[length];
            addTransposed(rows, batch, Shards.start(s, shards, m), Shards.start(s + 1, shards, m), k, a, sums[s]);
        });
        for (double[] sum : sums) {
            for (int j = 0; j < length; j++) {
                b[j] += sum[j];
            }
        }
    }

    private static void addTransposed(Rows rows, int[] batch, int from, int to, int k, double[] a, double[] b) {
        if (rows instanceof DenseRows dense) {
            int d = dense.d();
            int r = from;
            for (; r + 3 < to; r += 4) {
                ThinMatrix.addOuter4(
                        d,
                        k,
                        dense.values(),
                        batch[r] * d,
                        batch[r + 1] * d,
                        batch[r + 2] * d,
                        batch[r + 3] * d,
                        a,
                        r * k,
                        b);
            }
            for (; r < to; r++) {
                ThinMatrix.addOuter(d, k, dense.values(), batch[r] * d, a, r * k, b);
            }
        } else if (rows instanceof SparseRows sparse) {
            for (int r = from; r < to; r++) {
                int i = batch[r];
                ThinMatrix.scatter(
                        k, sparse.columns(), sparse.values(), sparse.starts()[i], sparse.starts()[i + 1], a, r * k, b);
            }
        } else if (rows instanceof IndicatorRows ones) {
            for (int r = from; r < to; r++) {
                int i = batch[r];
                ThinMatrix.scatterOnes(k, ones.columns(), ones.starts()[i], ones.starts()[i + 1], a, r * k, b);
            }
        }
    }

    /**
     * {@code b[j k + c] += sum_i x_ij^2 a[i k + c]} over all rows. Cost: k times the stored entries.
     *
     * @param a shape (n, k)
     * @param b shape (d, k), or longer
     */
    public static void addSquares(Rows rows, int k, double[] a, double[] b) {
        int d = rows.d();
        for (int i = 0; i < rows.n(); i++) {
            if (rows instanceof DenseRows dense) {
                for (int j = 0; j < d; j++) {
                    addSquare(dense.values()[i * d + j], k, a, i * k, b, j * k);
                }
            } else if (rows instanceof SparseRows sparse) {
                for (int t = sparse.starts()[i]; t < sparse.starts()[i + 1]; t++) {
                    addSquare(sparse.values()[t], k, a, i * k, b, sparse.columns()[t] * k);
                }
            } else if (rows instanceof IndicatorRows ones) {
                ThinMatrix.scatterOnes(k, ones.columns(), ones.starts()[i], ones.starts()[i + 1], a, i * k, b);
            }
        }
    }

    private static void addSquare(double x, int k, double[] a, int at, double[] b, int to) {
        if (x != 0) {
            for (int c = 0; c < k; c++) {
                b[to + c] += x * x * a[at + c];
            }
        }
    }

    /** Multiply-adds of m rows of middling length. */
    private static double work(Rows rows, int m, int k) {
        return (double) rows.nonZeros() / Math.max(1, rows.n()) * m * k;
    }
}
