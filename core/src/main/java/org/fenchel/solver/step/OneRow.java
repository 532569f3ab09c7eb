package org.fenchel.solver.step;

import org.fenchel.data.MatrixProducts;
import org.fenchel.data.Rows;
import org.fenchel.loss.VectorLoss;

/**
 * Exact steps of single rows in their K dual variables: the maximiser of the dual over them, where the other rows' duals and the rest
 * of the problem enter through the row's margins z and its reach q alone,
 *
 * <pre>argmax_v { z'v - l*(v, y) - q/2 ||v - u||^2 } = gradient of l at prox_(q l)(z + q u).</pre>
 *
 * Cost: K products with the row, twice, and the prox.
 */
public final class OneRow {
    private final Rows rows;
    private final VectorLoss loss;
    private final int classes;
    private final int[] batch = new int[1];
    private final double[] margins;
    private final double[] change;

    /** Work space of a few times K. */
    public OneRow(Rows rows, VectorLoss loss, int classes) {
        this.rows = rows;
        this.loss = loss;
        this.classes = classes;
        margins = new double[classes];
        change = new double[classes];
    }

    /**
     * Finds the margins of row i.
     *
     * @param w shape (d, K)
     * @param scale factor of w
     * @param intercepts length K
     * @return the margins, to be read before the next call
     */
    public double[] margins(int i, double[] w, double scale, double[] intercepts) {
        batch[0] = i;
        MatrixProducts.multiply(rows, batch, 1, classes, w, margins);
        for (int k = 0; k < classes; k++) {
            margins[k] = scale * margins[k] + intercepts[k];
        }
        return margins;
    }

    /**
     * Maximises over the duals of the row whose margins were found last, in place.
     *
     * @param u duals, the row's from {@code at} on
     * @param q the row's reach, positive
     * @return the square of the distance they moved
     */
    public double maximise(double[] u, int at, double q, double y) {
        for (int k = 0; k < classes; k++) {
            margins[k] += q * u[at + k];
        }
        loss.proxGradient(classes, margins, 0, q, y, change, 0);
        double square = 0;
        for (int k = 0; k < classes; k++) {
            double dual = change[k];
            change[k] = dual - u[at + k];
            u[at + k] = dual;
            square += change[k] * change[k];
        }
        return square;
    }

    /** The change of the duals by the last {@link #maximise}. Read only. */
    public double[] change() {
        return change;
    }

    /** {@code w += factor row' change} for the row and the change of the last {@link #maximise}; the change is overwritten. */
    public void add(double factor, double[] w) {
        for (int k = 0; k < classes; k++) {
            change[k] *= factor;
        }
        MatrixProducts.addTransposed(rows, batch, 1, classes, change, w);
    }
}
