package org.fenchel.solver.pointprocess;

import java.util.Arrays;
import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Vectors;

/**
 * Sums over some rows x_k of a node at a point theta, with z_k = x_k'theta:
 *
 * <pre>sum log z_k,   sum x_k / z_k,   sum x_k x_k' / z_k^2,</pre>
 *
 * which make the likelihood, its slope and its curvature. One walk through the rows: each is scaled by 1 / z_k into a block that stays
 * in the cache while it is multiplied with itself. Cost: d^2 / 2 + 3 d multiply-adds a row, without the curvature 2 d.
 */
final class RowSums {
    private static final int BLOCK = 64;

    /** So many factors of moderate size share a logarithm. */
    private static final int FACTORS = 8;

    private final int d;
    private final int order;
    private final double[] slope;
    private final double[] inverses = new double[4];
    private double[] gram = new double[0];
    private double[] block = new double[0];
    private double logs;
    private boolean inside;

    RowSums(int d) {
        this.d = d;
        order = (d + Symmetric.TILE - 1) / Symmetric.TILE * Symmetric.TILE;
        slope = new double[order];
    }

    /** sum log z_k. */
    double logs() {
        return logs;
    }

    /** Whether every z_k is positive; if not, only the margins mean anything. */
    boolean inside() {
        return inside;
    }

    /** sum x_k / z_k, length at least d. Read only. */
    double[] slope() {
        return slope;
    }

    /** Adds sum x_k x_k' / z_k^2 to the lower triangle of a matrix of order d. */
    void addGramTo(double[] h) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                h[i * d + j] += gram[i * order + j];
            }
        }
    }

    /** Forgets all sums. */
    void clear() {
        Arrays.fill(slope, 0);
        Arrays.fill(gram, 0);
        logs = 0;
        inside = true;
    }

    /**
     * Adds the sums over rows {@code from}, {@code from + stride}, ... below {@code to}.
     *
     * @param values rows of length d, one after the other
     * @param margins receives the z_k, from place {@code at} on
     */
    void add(
            double[] values,
            int from,
            int to,
            int stride,
            double[] theta,
            double[] margins,
            int at,
            boolean curvature) {
        if (curvature) {
            addWithGram(values, from, to, stride, theta, margins, at);
        } else {
            addSlope(values, from, to, stride, theta, margins, at);
        }
    }

    private void addSlope(double[] values, int from, int to, int stride, double[] theta, double[] margins, int at) {
        double product = 1;
        int factors = 0;
        int held = 0;
        int place = at;
        int k = from;
        for (; k < to; k += stride) {
            double z = Vectors.dot(d, values, k * d, theta, 0);
            margins[place++] = z;
            inside &= z > 0;
            if (moderate(z)) {
                product *= z;
                if (++factors == FACTORS) {
                    logs += Math.log(product);
                    product = 1;
                    factors = 0;
                }
            } else {
                logs += Math.log(z);
            }
            inverses[held++] = 1 / z;
            if (held == 4) {
                int first = (k - 3 * stride) * d;
                Vectors.axpy4(
                        d, inverses[0], inverses[1], inverses[2], inverses[3], values, first, stride * d, slope, 0);
                held = 0;
            }
        }
        for (int h = 0; h < held; h++) {
            Vectors.axpy(d, inverses[h], values, (k - (held - h) * stride) * d, slope, 0);
        }
        logs += Math.log(product);
    }

    private void addWithGram(double[] values, int from, int to, int stride, double[] theta, double[] margins, int at) {
        if (gram.length == 0) {
            gram = new double[order * order];
            block = new double[BLOCK * order];
        }
        double product = 1;
        int factors = 0;
        int used = 0;
        int place = at;
        for (int k = from; k < to; k += stride) {
            int row = k * d;
            double z = Vectors.dot(d, values, row, theta, 0);
            margins[place++] = z;
            inside &= z > 0;
            if (moderate(z)) {
                product *= z;
                if (++factors == FACTORS) {
                    logs += Math.log(product);
                    product = 1;
                    factors = 0;
                }
            } else {
                logs += Math.log(z);
            }
            double inverse = 1 / z;
            int start = used * order;
            for (int c = 0; c < d; c++) {
                block[start + c] = inverse * values[row + c];
            }
            if (++used == BLOCK) {
                addBlock(used);
                used = 0;
            }
        }
        addBlock(used);
        logs += Math.log(product);
    }

    private void addBlock(int used) {
        for (int r = 0; r < used; r++) {
            Vectors.axpy(order, 1, block, r * order, slope, 0);
        }
        // clears up to three rows behind them
        Symmetric.addGram(order, used, block, gram);
    }

    private static boolean moderate(double z) {
        return z > 1e-30 && z < 1e30;
    }
}
