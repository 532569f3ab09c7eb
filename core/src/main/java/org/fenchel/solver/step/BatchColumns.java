package org.fenchel.solver.step;

import java.util.Arrays;
import org.fenchel.data.DenseRows;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;

/** The columns that a batch of rows touches: all of them when dense, the union of the rows' columns, ascending, when sparse. */
public final class BatchColumns {
    private final int[] starts;
    private final int[] entries;
    private final boolean[] seen;
    private final int[] columns;
    private final boolean all;
    private int count;

    /**
     * @param whole whether every step concerns all columns, whatever the rows
     */
    public BatchColumns(Rows rows, boolean whole) {
        int d = rows.d();
        all = whole || rows instanceof DenseRows;
        columns = new int[d];
        seen = new boolean[all ? 0 : d];
        if (rows instanceof SparseRows sparse) {
            starts = sparse.starts();
            entries = sparse.columns();
        } else if (rows instanceof IndicatorRows indicators) {
            starts = indicators.starts();
            entries = indicators.columns();
        } else {
            starts = new int[0];
            entries = new int[0];
        }
        if (all) {
            Arrays.setAll(columns, j -> j);
            count = d;
        }
    }

    /** Finds the columns of the first m rows of batch. Cost: their entries, and a sort of the distinct ones. */
    public void of(int[] batch, int m) {
        if (all) {
            return;
        }
        count = 0;
        for (int k = 0; k < m; k++) {
            for (int t = starts[batch[k]], end = starts[batch[k] + 1]; t < end; t++) {
                int j = entries[t];
                if (!seen[j]) {
                    seen[j] = true;
                    columns[count++] = j;
                }
            }
        }
        Arrays.sort(columns, 0, count);
        for (int k = 0; k < count; k++) {
            seen[columns[k]] = false;
        }
    }

    public int[] columns() {
        return columns;
    }

    public int count() {
        return count;
    }
}
