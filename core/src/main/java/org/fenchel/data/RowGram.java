package org.fenchel.data;

import java.util.Arrays;
import org.fenchel.kernel.Vectors;

/** Inner products of rows with each other. Holds the work space; not thread-safe. */
public final class RowGram {
    /** From so many rows on, blocks pay; mini-batches are smaller, and allocate nothing. */
    private static final int MANY = 64;

    private final Rows rows;
    private final double[] centre;
    private final double[] scattered;
    private final GramParts parts = new GramParts();

    /** Work space for rows of this design matrix: d numbers when it is sparse. */
    public RowGram(Rows rows) {
        this(rows, new double[0]);
    }

    private RowGram(Rows rows, double[] centre) {
        this.rows = rows;
        this.centre = centre;
        scattered = new double[rows instanceof DenseRows ? 0 : rows.d()];
    }

    /**
     * Inner products of dense rows less a centre, which is taken off before anything is multiplied: no digits are lost where
     * columns lie far from 0.
     *
     * @param centre length d
     */
    public static RowGram centred(DenseRows rows, double[] centre) {
        return new RowGram(rows, centre);
    }

    /**
     * {@code kernel[k * m + l] = scale * row(batch[k])'row(batch[l]) + ones} off the diagonal, which stays as it is. Cost:
     * m^2 / 2 inner products; those of many dense rows by blocks of columns and on all cores.
     *
     * @param batch row numbers, the first m count
     * @param kernel m x m, row-major, both triangles are filled
     */
    public void fill(int[] batch, int m, double scale, double ones, double[] kernel) {
        if (rows instanceof DenseRows dense && (m >= MANY || centre.length > 0)) {
            fillByColumns(dense, batch, m, scale, ones, kernel);
            return;
        }
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

    private void fillByColumns(DenseRows dense, int[] batch, int m, double scale, double ones, double[] kernel) {
        double[] diagonal = new double[m];
        for (int k = 0; k < m; k++) {
            diagonal[k] = kernel[k * m + k];
            Arrays.fill(kernel, k * m, k * m + k + 1, 0);
        }
        parts.add(dense.d(), m, (part, from, to) -> part.addRows(dense, batch, m, from, to, centre), kernel);
        for (int k = 0; k < m; k++) {
            for (int l = 0; l < k; l++) {
                double entry = scale * kernel[k * m + l] + ones;
                kernel[k * m + l] = entry;
                kernel[l * m + k] = entry;
            }
            kernel[k * m + k] = diagonal[k];
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
