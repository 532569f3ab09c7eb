package org.fenchel.data;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of an m x n matrix, each known once: ratings of items by users, links between nodes. Stored row after row, columns
 * ascending, with the order by columns beside it. Immutable. Memory: 24 bytes an entry and 4 for each row and column.
 *
 * <p>Vectors of one number for each entry, such as residuals, follow the order of the rows.
 */
public final class ObservedEntries {
    private final int m;
    private final int n;
    private final int[] rowStart;
    private final int[] column;
    private final double[] value;
    private final int[] columnStart;
    private final int[] row;
    private final int[] position;

    private ObservedEntries(int m, int n, int[] rowStart, int[] column, double[] value) {
        this.m = m;
        this.n = n;
        this.rowStart = rowStart;
        this.column = column;
        this.value = value;
        columnStart = new int[n + 1];
        row = new int[value.length];
        position = new int[value.length];
        for (int j : column) {
            columnStart[j + 1]++;
        }
        for (int j = 0; j < n; j++) {
            columnStart[j + 1] += columnStart[j];
        }
        int[] next = Arrays.copyOf(columnStart, n);
        for (int i = 0; i < m; i++) {
            for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
                int at = next[column[e]]++;
                row[at] = i;
                position[at] = e;
            }
        }
    }

    /**
     * Entries in any order.
     *
     * @param m rows of the matrix
     * @param n columns of the matrix
     * @param rows from 0 to below m, one for each entry
     * @param columns from 0 to below n, as many
     * @param values as many
     * @throws InvalidInput if there is none, a number is out of its range or not finite, or an entry is there twice
     */
    public static ObservedEntries of(int m, int n, int[] rows, int[] columns, double[] values) {
        int count = values.length;
        if (rows.length != count || columns.length != count) {
            throw new IllegalArgumentException(
                    rows.length + " rows, " + columns.length + " columns, " + count + " values");
        }
        if (count == 0) {
            throw InvalidInput.of("no entry of the matrix is known", "give at least one");
        }
        long[] keys = new long[count];
        for (int e = 0; e < count; e++) {
            if (rows[e] < 0 || rows[e] >= m || columns[e] < 0 || columns[e] >= n) {
                throw InvalidInput.of(
                        "entry (" + rows[e] + ", " + columns[e] + ") is outside a matrix of " + m + " x " + n,
                        "count from 0");
            }
            if (!Double.isFinite(values[e])) {
                throw InvalidInput.of("entry (" + rows[e] + ", " + columns[e] + ") is " + values[e], "leave it out");
            }
            keys[e] = (long) rows[e] * n + columns[e];
        }
        return sorted(m, n, keys, values);
    }

    private static ObservedEntries sorted(int m, int n, long[] keys, double[] values) {
        int count = keys.length;
        int[] byColumn = byKey(n, count, e -> (int) (keys[e] % n), null);
        int[] order = byKey(m, count, e -> (int) (keys[e] / n), byColumn);
        int[] rowStart = new int[m + 1];
        int[] column = new int[count];
        double[] value = new double[count];
        for (int k = 0; k < count; k++) {
            int e = order[k];
            if (k > 0 && keys[e] == keys[order[k - 1]]) {
                throw InvalidInput.of(
                        "entry (" + keys[e] / n + ", " + keys[e] % n + ") is there twice", "give each entry once");
            }
            rowStart[(int) (keys[e] / n) + 1]++;
            column[k] = (int) (keys[e] % n);
            value[k] = values[e];
        }
        for (int i = 0; i < m; i++) {
            rowStart[i + 1] += rowStart[i];
        }
        return new ObservedEntries(m, n, rowStart, column, value);
    }

    /** A stable order by small keys, in linear time. */
    private static int[] byKey(int keys, int count, IntUnaryOperator keyOf, int @Nullable [] first) {
        int[] next = new int[keys + 1];
        for (int e = 0; e < count; e++) {
            next[keyOf.applyAsInt(e) + 1]++;
        }
        for (int key = 0; key < keys; key++) {
            next[key + 1] += next[key];
        }
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            int e = first == null ? k : first[k];
            order[next[keyOf.applyAsInt(e)]++] = e;
        }
        return order;
    }

    /** The same places with other values. */
    public ObservedEntries withValues(double[] values) {
        if (values.length != value.length) {
            throw new IllegalArgumentException(values.length + " values for " + value.length + " entries");
        }
        return new ObservedEntries(m, n, rowStart, column, values.clone());
    }

    /**
     * Some of the entries, of the same matrix.
     *
     * @param chosen one for each entry
     * @param which those to take, the chosen ones or the others
     * @throws InvalidInput if there is none
     */
    public ObservedEntries part(boolean[] chosen, boolean which) {
        int[] rows = new int[count()];
        int[] columns = new int[count()];
        double[] values = new double[count()];
        int kept = 0;
        for (int i = 0; i < m; i++) {
            for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
                if (chosen[e] == which) {
                    rows[kept] = i;
                    columns[kept] = column[e];
                    values[kept++] = value[e];
                }
            }
        }
        return of(m, n, Arrays.copyOf(rows, kept), Arrays.copyOf(columns, kept), Arrays.copyOf(values, kept));
    }

    /** Rows of the matrix. */
    public int m() {
        return m;
    }

    /** Columns of the matrix. */
    public int n() {
        return n;
    }

    /** Number of known entries, N. */
    public int count() {
        return value.length;
    }

    /** Where each row's entries begin, length m + 1. Read only. */
    public int[] rowStart() {
        return rowStart;
    }

    /** Column of each entry. Read only. */
    public int[] column() {
        return column;
    }

    /** Value of each entry. Read only. */
    public double[] value() {
        return value;
    }

    /** Where each column's entries begin in the order by columns, length n + 1. Read only. */
    public int[] columnStart() {
        return columnStart;
    }

    /** In the order by columns, the row of each entry. Read only. */
    public int[] row() {
        return row;
    }

    /** In the order by columns, the place of each entry in the order by rows. Read only. */
    public int[] position() {
        return position;
    }
}
