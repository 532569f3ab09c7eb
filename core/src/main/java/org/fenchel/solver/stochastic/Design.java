package org.fenchel.solver.stochastic;

import org.fenchel.data.MatrixProducts;
import org.fenchel.data.Rows;

/**
 * Rows and how many outputs each has: one, or a margin for each class. Weights of a column stand together, as do margins of a row.
 */
record Design(Rows rows, int outputs) {
    /** {@code out = scale rows w + constants}, shape (m, outputs). */
    void margins(int[] batch, int m, double[] w, double scale, double[] constants, double[] out) {
        MatrixProducts.multiply(rows, batch, m, outputs, w, out);
        int at = 0;
        for (int k = 0; k < m; k++) {
            for (int c = 0; c < outputs; c++) {
                out[at] = scale * out[at] + constants[c];
                at++;
            }
        }
    }

    /** {@code w += sum_k row(batch[k])' pulls[k]}. */
    void addTransposed(int[] batch, int m, double[] pulls, double[] w) {
        MatrixProducts.addTransposed(rows, batch, m, outputs, pulls, w);
    }
}
