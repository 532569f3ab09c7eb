package org.fenchel.io.encode;

import java.util.Arrays;
import java.util.List;
import org.fenchel.data.DenseRows;
import org.fenchel.data.Rows;

/** Learns how to scale the columns of rows. */
final class RowsFit {
    private RowsFit() {}

    static RowsEncoding of(Rows rows, List<String> names, Scale scale) {
        int d = rows.d();
        if (scale == Scale.NONE) {
            return new RowsEncoding(d, names, scale, null, null);
        }
        double[] shifts = new double[d];
        double[] divisors = new double[d];
        boolean sparse = !(rows instanceof DenseRows);
        Columns columns = Columns.of(rows);
        for (int j = 0; j < d; j++) {
            Spread spread = columns.spread(j, rows.n());
            divisors[j] = spread.divisor(scale, names.get(j));
            // Dividing alone keeps the zeros of sparse rows.
            shifts[j] = sparse && scale == Scale.STANDARD ? 0 : spread.shift(scale);
        }
        return new RowsEncoding(d, names, scale, shifts, divisors);
    }

    /**
     * The stored entries column by column.
     *
     * @param starts length d + 1
     */
    private record Columns(int[] starts, double[] values) {
        static Columns of(Rows rows) {
            return rows instanceof DenseRows dense ? ofDense(dense) : ofSparse(rows);
        }

        private static Columns ofDense(DenseRows rows) {
            int n = rows.n();
            int d = rows.d();
            int[] starts = new int[d + 1];
            double[] values = new double[n * d];
            for (int j = 0; j < d; j++) {
                starts[j + 1] = (j + 1) * n;
                for (int i = 0; i < n; i++) {
                    values[j * n + i] = rows.values()[i * d + j];
                }
            }
            return new Columns(starts, values);
        }

        private static Columns ofSparse(Rows rows) {
            int entries = RowsEncoding.starts(rows)[rows.n()];
            int[] columns = RowsEncoding.columns(rows);
            int[] starts = new int[rows.d() + 1];
            for (int k = 0; k < entries; k++) {
                starts[columns[k] + 1]++;
            }
            for (int j = 0; j < rows.d(); j++) {
                starts[j + 1] += starts[j];
            }
            int[] next = starts.clone();
            double[] values = new double[entries];
            for (int k = 0; k < entries; k++) {
                values[next[columns[k]]++] = RowsEncoding.value(rows, k);
            }
            return new Columns(starts, values);
        }

        Spread spread(int j, int n) {
            return Spread.of(Arrays.copyOfRange(values, starts[j], starts[j + 1]), starts[j + 1] - starts[j], n);
        }
    }
}
