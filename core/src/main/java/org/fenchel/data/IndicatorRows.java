package org.fenchel.data;

import org.fenchel.kernel.Vectors;

/** Sparse rows whose stored entries are all 1 (one-hot encodings, word presence), so that the ones need no storage. */
public final class IndicatorRows implements Rows {
    private static final int LINE = 16;
    private static final int MOST_LINES = 8;

    private final int d;
    private final int[] starts;
    private final int[] columns;
    private final int lines;

    private IndicatorRows(int d, int[] starts, int[] columns) {
        this.d = d;
        this.starts = starts;
        this.columns = columns;
        int n = Math.max(1, starts.length - 1);
        lines = Math.min(MOST_LINES, 1 + starts[starts.length - 1] / n / LINE);
    }

    /**
     * Wraps arrays without copying them; the caller gives them up.
     *
     * @param d number of features
     * @param starts length n + 1: row {@code i} has the ones from {@code starts[i]} to before {@code starts[i + 1]}
     * @param columns 0-based, strictly ascending within a row, below d
     */
    public static IndicatorRows wrap(int d, int[] starts, int[] columns) {
        if (starts[0] != 0 || starts[starts.length - 1] > columns.length) {
            throw new IllegalArgumentException("row starts do not fit the " + columns.length + " entries");
        }
        return new IndicatorRows(d, starts, columns);
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

    /** 0-based column of each one. Read only. */
    public int[] columns() {
        return columns;
    }

    @Override
    public double dot(int i, double[] w) {
        return Vectors.gatherSum(columns, starts[i], starts[i + 1], w);
    }

    @Override
    public void axpy(double a, int i, double[] w) {
        Vectors.scatterAdd(a, columns, starts[i], starts[i + 1], w);
    }

    @Override
    public double squaredNorm(int i) {
        return starts[i + 1] - starts[i];
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
                sum += columns[at];
            }
        }
        return sum;
    }

    @Override
    public void multiply(int[] batch, int from, int to, double[] w, double[] out) {
        for (int k = from; k < to; k++) {
            out[k] = Vectors.gatherSum(columns, starts[batch[k]], starts[batch[k] + 1], w);
        }
    }

    @Override
    public void addTransposed(int[] batch, int from, int to, double[] a, double[] w) {
        for (int k = from; k < to; k++) {
            Vectors.scatterAdd(a[k], columns, starts[batch[k]], starts[batch[k] + 1], w);
        }
    }

    @Override
    public IndicatorRows select(int[] rows) {
        int[] newStarts = selectStarts(starts, rows);
        int[] newColumns = new int[newStarts[rows.length]];
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(columns, starts[rows[k]], newColumns, newStarts[k], newStarts[k + 1] - newStarts[k]);
        }
        return new IndicatorRows(d, newStarts, newColumns);
    }

    static int[] selectStarts(int[] starts, int[] rows) {
        int[] chosen = new int[rows.length + 1];
        for (int k = 0; k < rows.length; k++) {
            chosen[k + 1] = Math.addExact(chosen[k], starts[rows[k] + 1] - starts[rows[k]]);
        }
        return chosen;
    }
}
