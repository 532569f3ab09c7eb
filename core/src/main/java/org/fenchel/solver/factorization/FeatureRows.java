package org.fenchel.solver.factorization;

import org.fenchel.data.RowEntries;
import org.fenchel.data.Rows;

/** The rows that have each feature, and with what values: the design matrix by columns. */
final class FeatureRows {
    /** Feature j has the entries from {@code starts[j]} to before {@code starts[j + 1]}. */
    final int[] starts;
    /** The row of each entry, ascending for each feature. */
    final int[] rows;
    /** The value of each entry; empty where all are 1. */
    final double[] values;

    FeatureRows(Rows matrix) {
        RowEntries row = new RowEntries(matrix);
        starts = new int[matrix.d() + 1];
        for (int i = 0; i < matrix.n(); i++) {
            row.open(i);
            for (int e = 0; e < row.count(); e++) {
                starts[row.columns()[row.at() + e] + 1]++;
            }
        }
        for (int j = 0; j < matrix.d(); j++) {
            starts[j + 1] += starts[j];
        }
        int[] next = starts.clone();
        rows = new int[starts[matrix.d()]];
        values = new double[row.ones() ? 0 : rows.length];
        for (int i = 0; i < matrix.n(); i++) {
            row.open(i);
            for (int e = 0; e < row.count(); e++) {
                int at = next[row.columns()[row.at() + e]]++;
                rows[at] = i;
                if (!row.ones()) {
                    values[at] = row.values()[row.at() + e];
                }
            }
        }
    }

    /** The value of an entry. */
    double value(int entry) {
        return values.length == 0 ? 1 : values[entry];
    }
}
