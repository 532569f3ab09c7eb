package org.fenchel.data;

import org.fenchel.kernel.Vectors;

/** Inner products of a few rows with each other. Holds the work space; not thread-safe. */
public final class RowGram {
    private final Rows rows;
    private final double[] scattered;

    /** Work space for rows of this design matrix: d numbers when it is sparse. */
    public RowGram(Rows rows) {
        this.rows = rows;
        scattered = new double[rows instanceof DenseRows ? 0 : rows.d()];
    }

    /**
     * {@code kernel[k * m + l] = scale * row(batch[k])'row(batch[l]) + ones} off the diagonal, which stays as it is. Cost:
     * m^2 / 2 inner products.
     *
     * @param batch row numbers, the first m count
     * @param kernel m x m, row-major, both triangles are filled
     */
    public void fill(int[] batch, int m, double scale, double ones, double[] kernel) {
        if (rows instanceof DenseRows dense) {
            double[] values = dense.values();
            int d = dense.d();
            for (int k = 1; k < m; k++) {
                for (int l = 0; l < k; l++) {
                    double entry = scale * Vectors.dot(d, values, batch[k] * d, values, batch[l] * d) + ones;
                    kernel[k * m + l] = entry;
                    kernel[l * m + k] = entry;
                }
            }
            return;
        }
        for (int k = 1; k < m; k++) {
            rows.axpy(1, batch[k], scattered);
            for (int l = 0; l < k; l++) {
                double entry = scale * rows.dot(batch[l], scattered) + ones;
                kernel[k * m + l] = entry;
                kernel[l * m + k] = entry;
            }
            clear(batch[k]);
        }
    }

    private void clear(int i) {
        int[] starts = rows instanceof SparseRows sparse ? sparse.starts() : ((IndicatorRows) rows).starts();
        int[] columns = rows instanceof SparseRows sparse ? sparse.columns() : ((IndicatorRows) rows).columns();
        for (int t = starts[i]; t < starts[i + 1]; t++) {
            scattered[columns[t]] = 0;
        }
    }
}
