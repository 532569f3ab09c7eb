package org.fenchel.data;

/**
 * The entries of one row at a time, whatever the storage: {@link #columns()} and, unless all are 1, {@link #values()} from
 * {@link #at()} on, {@link #count()} of them. Allocates nothing after its construction; not thread-safe.
 */
public final class RowEntries {
    private static final int[] NO_STARTS = {};
    private static final double[] ONES = {};

    private final Rows rows;
    private final int[] starts;
    private final int[] columns;
    private final double[] values;
    private int at;
    private int count;

    /** Entries of these rows; those of dense rows are copied one row at a time, zeros left out. */
    public RowEntries(Rows rows) {
        this.rows = rows;
        if (rows instanceof IndicatorRows ones) {
            starts = ones.starts();
            columns = ones.columns();
            values = ONES;
        } else if (rows instanceof SparseRows sparse) {
            starts = sparse.starts();
            columns = sparse.columns();
            values = sparse.values();
        } else {
            starts = NO_STARTS;
            columns = new int[rows.d()];
            values = new double[rows.d()];
        }
    }

    /** Turns to row i. */
    public void open(int i) {
        if (rows instanceof DenseRows dense) {
            count = 0;
            int start = i * dense.d();
            for (int j = 0; j < dense.d(); j++) {
                double value = dense.values()[start + j];
                if (value != 0) {
                    columns[count] = j;
                    values[count++] = value;
                }
            }
        } else {
            at = starts[i];
            count = starts[i + 1] - at;
        }
    }

    /** Whether every entry of every row is 1, so that there are no values. */
    public boolean ones() {
        return values == ONES;
    }

    /** Column numbers; the row's begin at {@link #at()}. Read only. */
    public int[] columns() {
        return columns;
    }

    /** Values, placed as the columns are; empty when all are 1. Read only. */
    public double[] values() {
        return values;
    }

    /** Where the row's entries begin. */
    public int at() {
        return at;
    }

    /** How many entries the row has. */
    public int count() {
        return count;
    }

    /** The most entries a row of these has. Cost: n. */
    public static int most(Rows rows) {
        RowEntries entries = new RowEntries(rows);
        int most = 0;
        for (int i = 0; i < rows.n(); i++) {
            entries.open(i);
            most = Math.max(most, entries.count);
        }
        return most;
    }
}
