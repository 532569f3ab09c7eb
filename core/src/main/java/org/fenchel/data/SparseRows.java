package org.fenchel.data;

import org.fenchel.kernel.Vectors;

/** Rows of which only the non-zero entries are stored, as column numbers and values (compressed sparse rows). */
public final class SparseRows implements Rows {
    private static final int LINE = 8;
    private static final int MOST_LINES = 16;

    private final int d;
    private final int[] starts;
    private final int[] columns;
    private final double[] values;
    private final int lines;

    private SparseRows(int d, int[] starts, int[] columns, double[] values) {
        this.d = d;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        int n = Math.max(1, starts.length - 1);
        lines = Math.min(MOST_LINES, 1 + starts[starts.length - 1] / n / LINE);
    }

    /**
     * Wraps arrays without copying them; the caller gives them up.
     *
     * @param d number of features
     * @param starts length n + 1: row {@code i} has the entries from {@code starts[i]} to before {@code starts[i + 1]}
     * @param columns 0-based, strictly ascending within a row, below d
     * @param values finite, as many as columns (both may be longer than {@code starts[n]})
     */
    public static SparseRows wrap(int d, int[] starts, int[] columns, double[] values) {
        int end = starts[starts.length - 1];
        if (starts[0] != 0 || end > columns.length || end > values.length) {
            throw new IllegalArgumentException("row starts do not fit the " + columns.length + " entries");
        }
        return new SparseRows(d, starts, columns, values);
    }

    @Override
    public int n() {
        return starts.length - 1;
    }

    @Override
    public int d() {
        return d;
    }

    @Override
    public long nonZeros() {
        return starts[starts.length - 1];
    }

    /** Where each row's entries start, length n + 1. Read only. */
    public int[] starts() {
        return starts;
    }

    /** 0-based column of each entry. Read only. */
    public int[] columns() {
        return columns;
    }

    /** Value of each entry. Read only. */
    public double[] values() {
        return values;
    }

    @Override
    public double dot(int i, double[] w) {
        return Vectors.gatherDot(columns, values, starts[i], starts[i + 1], w);
    }

    @Override
    public void axpy(double a, int i, double[] w) {
        Vectors.scatterAxpy(a, columns, values, starts[i], starts[i + 1], w);
    }

    @Override
    public double squaredNorm(int i) {
        return Vectors.dot(starts[i + 1] - starts[i], values, starts[i], values, starts[i]);
    }

    @Override
    public double fetch(int[] batch, int from, int to) {
        double sum = 0;
        int last = starts[starts.length - 1] - 1;
        for (int b = last < 0 ? to : from; b < to; b++) {
            // as many lines of every row: a loop that ended where the row does would wait for its length, and nothing
            // is read ahead
            int k = starts[batch[b]];
            for (int line = 0; line < lines; line++) {
                int at = Math.min(k + LINE * line, last);
                sum += values[at] + columns[at];
            }
        }
        return sum;
    }

    @Override
    public void multiply(int[] batch, int from, int to, double[] w, double[] out) {
        for (int k = from; k < to; k++) {
            out[k] = Vectors.gatherDot(columns, values, starts[batch[k]], starts[batch[k] + 1], w);
        }
    }

    @Override
    public void addTransposed(int[] batch, int from, int to, double[] a, double[] w) {
        for (int k = from; k < to; k++) {
            Vectors.scatterAxpy(a[k], columns, values, starts[batch[k]], starts[batch[k] + 1], w);
        }
    }

    @Override
    public SparseRows select(int[] rows) {
        int[] newStarts = IndicatorRows.selectStarts(starts, rows);
        int[] newColumns = new int[newStarts[rows.length]];
        double[] newValues = new double[newColumns.length];
        for (int k = 0; k < rows.length; k++) {
            int length = newStarts[k + 1] - newStarts[k];
            System.arraycopy(columns, starts[rows[k]], newColumns, newStarts[k], length);
            System.arraycopy(values, starts[rows[k]], newValues, newStarts[k], length);
        }
        return new SparseRows(d, newStarts, newColumns, newValues);
    }
}
