package org.fenchel.data;

import org.fenchel.kernel.Vectors;

/** Rows with every entry stored, row after row in one array. */
public final class DenseRows implements Rows {
    private final int n;
    private final int d;
    private final double[] values;

    private DenseRows(int n, int d, double[] values) {
        this.n = n;
        this.d = d;
        this.values = values;
    }

    /**
     * Wraps an array without copying it; the caller gives the array up.
     *
     * @param values row-major, length {@code n * d}, all finite
     */
    public static DenseRows wrap(int n, int d, double[] values) {
        if (n < 0 || d < 0 || (long) n * d != values.length) {
            throw new IllegalArgumentException(
                    n + " x " + d + " rows need " + (long) n * d + " values, not " + values.length);
        }
        return new DenseRows(n, d, values);
    }

    @Override
    public int n() {
        return n;
    }

    @Override
    public int d() {
        return d;
    }

    @Override
    public long nonZeros() {
        return values.length;
    }

    /** The storage itself, row-major: row {@code i} starts at {@code i * d}. Read only. */
    public double[] values() {
        return values;
    }

    @Override
    public double dot(int i, double[] w) {
        return Vectors.dot(d, values, i * d, w, 0);
    }

    @Override
    public void axpy(double a, int i, double[] w) {
        Vectors.axpy(d, a, values, i * d, w, 0);
    }

    @Override
    public double squaredNorm(int i) {
        return Vectors.dot(d, values, i * d, values, i * d);
    }

    @Override
    public double fetch(int[] batch, int from, int to) {
        double sum = 0;
        for (int b = from; b < to; b++) {
            for (int k = batch[b] * d, end = k + d; k < end; k += 8) {
                sum += values[k];
            }
        }
        return sum;
    }

    @Override
    public void multiply(int[] batch, int from, int to, double[] w, double[] out) {
        for (int k = from; k < to; k++) {
            out[k] = Vectors.dot(d, values, batch[k] * d, w, 0);
        }
    }

    @Override
    public void addTransposed(int[] batch, int from, int to, double[] a, double[] w) {
        int k = from;
        while (k < to) {
            int i = batch[k];
            // four neighbours at once, so that w is read and written a quarter as often
            if (k + 3 < to && batch[k + 1] == i + 1 && batch[k + 2] == i + 2 && batch[k + 3] == i + 3) {
                Vectors.axpy4(d, a[k], a[k + 1], a[k + 2], a[k + 3], values, i * d, d, w, 0);
                k += 4;
            } else {
                Vectors.axpy(d, a[k], values, i * d, w, 0);
                k++;
            }
        }
    }

    @Override
    public DenseRows select(int[] rows) {
        double[] chosen = new double[Math.multiplyExact(rows.length, d)];
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(values, rows[k] * d, chosen, k * d, d);
        }
        return new DenseRows(rows.length, d, chosen);
    }
}
