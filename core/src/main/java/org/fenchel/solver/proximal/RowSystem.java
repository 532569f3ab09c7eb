package org.fenchel.solver.proximal;

import org.fenchel.data.RowGram;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Symmetric;

/**
 * A Newton step's linear system on the side of the rows, by Woodbury's identity: the matrix I + E^1/2 A D^-1 A' E^1/2, whose
 * eigenvalues are at least 1, for D diagonal and E the curvatures. Rows without curvature have no part in it: of losses with kinks
 * most rows have none near a solution.
 *
 * <p>Where D is a multiple of the identity the inner products of all rows are computed once for a batch of up to
 * {@link #REMEMBERED} rows. Cost: for r rows with curvature r^3 / 6 multiply-adds, and r^2 / 2 inner products of rows where none
 * are known.
 */
final class RowSystem {
    /** So many rows have their inner products remembered, which takes 32 MB. */
    private static final int REMEMBERED = 2000;

    private final Rows rows;
    private final boolean intercept;
    private final PenaltyTerm squares;
    private final boolean even;
    private final RowGram rowGram;

    private int[] batch = new int[0];
    private int m;
    private boolean known;
    private double[] gram = new double[0];

    // the rows with curvature, as positions in the batch and as row numbers
    private int[] active = new int[0];
    private int[] activeRows = new int[0];
    private double[] roots = new double[0];
    private int number;

    private double[] factor = new double[0];
    private double[] right = new double[0];
    private double[] margins = new double[0];
    private double dc;

    RowSystem(Rows rows, boolean intercept, PenaltyTerm squares) {
        this.rows = rows;
        this.intercept = intercept;
        this.squares = squares;
        even = squares instanceof PlainSquares && squares.metric == null;
        rowGram = new RowGram(rows);
    }

    /** Whether D is a multiple of the identity, held up by l2. */
    boolean isEven() {
        return even;
    }

    /** The batch whose systems follow. */
    void choose(int[] newBatch, int size) {
        batch = newBatch;
        m = size;
        known = false;
        if (active.length < m) {
            active = new int[m];
            activeRows = new int[m];
            roots = new double[m];
            right = new double[m];
            margins = new double[m];
        }
    }

    /**
     * Finds the rows with curvature and returns their number, the order of the system.
     *
     * @param e weights times second derivatives, length m, not negative
     */
    int order(double[] e) {
        number = 0;
        for (int k = 0; k < m; k++) {
            if (e[k] > 0) {
                active[number] = k;
                activeRows[number] = batch[k];
                roots[number++] = Math.sqrt(e[k]);
            }
        }
        return number;
    }

    /**
     * Solves for the rows that {@link #order} found.
     *
     * @param scratch zero on the batch's columns, and left so
     * @param dx receives the direction
     * @return false when the matrix is not finite
     */
    boolean solve(
            double[] gradient,
            double interceptGradient,
            double modulus,
            int[] columns,
            int count,
            double[] scratch,
            double[] dx) {
        if (factor.length < number * number) {
            factor = new double[number * number];
        }
        double ones = intercept ? 1 / modulus : 0;
        squares.solve(gradient, dx);
        double shift = ones * interceptGradient;
        rows.multiply(activeRows, number, dx, margins);
        for (int k = 0; k < number; k++) {
            right[k] = roots[k] * (margins[k] + shift);
        }
        if (even) {
            productsOfRows(1 / squares.modulus(0), ones);
        } else {
            productsByColumn(ones, columns, count, scratch, dx);
        }
        if (!Symmetric.cholesky(number, factor)) {
            return false;
        }
        Symmetric.solve(number, factor, right);
        // dx = -D^-1 (gradient - A'E^1/2 p)
        double sum = 0;
        for (int k = 0; k < number; k++) {
            right[k] *= roots[k];
            sum += right[k];
        }
        rows.addTransposed(activeRows, number, right, scratch);
        for (int k = 0; k < count; k++) {
            scratch[columns[k]] -= gradient[columns[k]];
        }
        squares.solve(scratch, dx);
        for (int k = 0; k < count; k++) {
            scratch[columns[k]] = 0;
        }
        dc = intercept ? (sum - interceptGradient) * ones : 0;
        return true;
    }

    /** The direction of the intercept after {@link #solve}. */
    double dc() {
        return dc;
    }

    private void productsOfRows(double scale, double ones) {
        double[] products;
        int stride;
        if (m <= REMEMBERED) {
            if (!known) {
                if (gram.length < m * m) {
                    gram = new double[m * m];
                }
                fill(batch, m, gram);
                known = true;
            }
            products = gram;
            stride = m;
        } else {
            fill(activeRows, number, factor);
            products = factor;
            stride = number;
        }
        for (int k = 0; k < number; k++) {
            int to = k * number;
            int from = (products == factor ? k : active[k]) * stride;
            for (int l = 0; l <= k; l++) {
                double product = products[from + (products == factor ? l : active[l])];
                factor[to + l] = roots[k] * roots[l] * (scale * product + ones);
            }
            factor[to + k] += 1;
        }
    }

    private void fill(int[] some, int count, double[] products) {
        rowGram.fill(some, count, 1, 0, products);
        for (int k = 0; k < count; k++) {
            products[k * count + k] = rows.squaredNorm(some[k]);
        }
    }

    private void productsByColumn(double ones, int[] columns, int count, double[] scratch, double[] dx) {
        for (int k = 0; k < number; k++) {
            rows.axpy(1, activeRows[k], scratch);
            squares.solve(scratch, dx);
            for (int l = 0; l <= k; l++) {
                factor[k * number + l] = roots[k] * roots[l] * (rows.dot(activeRows[l], dx) + ones);
            }
            factor[k * number + k] += 1;
            for (int p = 0; p < count; p++) {
                scratch[columns[p]] = 0;
            }
        }
    }
}
