package org.fenchel.io.encode;

import java.util.List;
import org.fenchel.data.DenseRows;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;

/** Puts encoded cells into the kind of rows that suits how many of the entries are zero. */
final class Storage {
    /** Below this share of entries that are not zero, rows are sparse: an entry then takes 12 bytes and a gather, not 8. */
    private static final double SPARSE = 1.0 / 3;
    /** Entries that are all one take 4 bytes and no multiplication: worth it up to this share. */
    private static final double INDICATOR = 0.5;
    /** Rows written at once column by column, few enough for their part of the array to stay in the cache. */
    private static final int BLOCK = 128;

    private Storage() {}

    static Rows of(List<? extends Cells> cells, int[] rows, int d) {
        long entries = 0;
        boolean ones = true;
        for (Cells column : cells) {
            entries += column.nonZeros(rows);
            ones &= column.allOnes(rows);
        }
        double share = entries / Math.max(1.0, (double) rows.length * d);
        if (share > (ones ? INDICATOR : SPARSE)) {
            return dense(cells, rows, d);
        }
        if (entries > Integer.MAX_VALUE - 8) {
            throw tooLarge(rows.length, d);
        }
        return sparse(cells, rows, d, (int) entries, ones);
    }

    private static Rows dense(List<? extends Cells> cells, int[] rows, int d) {
        long size = (long) rows.length * d;
        if (size > Integer.MAX_VALUE - 8) {
            throw tooLarge(rows.length, d);
        }
        double[] values = new double[(int) size];
        for (int from = 0; from < rows.length; from += BLOCK) {
            int to = Math.min(rows.length, from + BLOCK);
            for (Cells column : cells) {
                column.write(rows, from, to, values, d);
            }
        }
        return DenseRows.wrap(rows.length, d, values);
    }

    private static Rows sparse(List<? extends Cells> cells, int[] rows, int d, int entries, boolean ones) {
        int[] starts = new int[rows.length + 1];
        int[] columns = new int[entries];
        double[] values = new double[entries];
        int end = 0;
        for (int k = 0; k < rows.length; k++) {
            for (Cells column : cells) {
                end = column.appendTo(rows[k], columns, values, end);
            }
            starts[k + 1] = end;
        }
        return ones ? IndicatorRows.wrap(d, starts, columns) : SparseRows.wrap(d, starts, columns, values);
    }

    private static InvalidInput tooLarge(int n, int d) {
        return InvalidInput.of(
                n + " rows of " + d + " features are more than fit one array", "use fewer rows, or exclude columns");
    }
}
