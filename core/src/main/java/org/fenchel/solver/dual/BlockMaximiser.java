package org.fenchel.solver.dual;

import org.fenchel.loss.Loss;
import org.fenchel.solver.proximal.KernelNewton;

/**
 * Maximises the dual over the variables of a few rows at once:
 *
 * <pre>max_u  sum_k s_k (u_k z_k - l*(u_k, y_k)) - 1/2 (s (u - u0))' K (s (u - u0))</pre>
 *
 * Without kinks in the loss by Newton's method with Cholesky; where it fails, and for losses with kinks (a quadratic programme in a
 * box, for most of them), by cyclic coordinate ascent inside the block, which needs the m x m
 * matrix and no row. (Z. Qu et al., "SDNA: stochastic dual Newton ascent", 2016.)
 *
 * <p>Cost: m^3 / 6 + 3 m^2 an iteration of Newton, of which it needs three or four; m^2 a sweep.
 */
final class BlockMaximiser {
    private static final int MOST_SWEEPS = 1000;
    private static final double SETTLED = 1e-14;

    private final Loss loss;
    private final KernelNewton newton;
    private final double[] free;
    private final double[] start;
    private double gain;

    /** The rows of the block. */
    final int[] rows;

    final double[] shares;
    final double[] targets;
    /** Margins at the duals as they were. */
    final double[] margins;
    /** Duals, before and after. */
    final double[] duals;
    /** K, m x m, row-major. */
    final double[] kernel;

    BlockMaximiser(Loss loss, int capacity) {
        this.loss = loss;
        newton = new KernelNewton(loss, capacity);
        rows = new int[capacity];
        shares = new double[capacity];
        targets = new double[capacity];
        margins = new double[capacity];
        duals = new double[capacity];
        kernel = new double[capacity * capacity];
        free = new double[capacity];
        start = new double[capacity];
    }

    int capacity() {
        return rows.length;
    }

    /** Whether the row is among the first m: no variable may stand in a block twice. */
    boolean holds(int row, int m) {
        for (int k = 0; k < m; k++) {
            if (rows[k] == row) {
                return true;
            }
        }
        return false;
    }

    /** By how much the dual has grown at least. */
    double gain() {
        return gain;
    }

    void maximise(int m) {
        System.arraycopy(duals, 0, start, 0, m);
        if (!(loss.differentiable() && byNewton(m))) {
            bySweeps(m);
        }
        gain = 0;
        for (int k = 0; k < m; k++) {
            double change = shares[k] * (duals[k] - start[k]);
            for (int l = 0; l < m; l++) {
                gain += 0.5 * change * kernel[k * m + l] * shares[l] * (duals[l] - start[l]);
            }
        }
    }

    private boolean byNewton(int m) {
        for (int k = 0; k < m; k++) {
            // the margins that the block's losses pull away from
            double sum = margins[k];
            for (int l = 0; l < m; l++) {
                sum += kernel[k * m + l] * shares[l] * start[l];
            }
            free[k] = sum;
        }
        if (!newton.solve(m, free, shares, kernel, targets)) {
            return false;
        }
        for (int k = 0; k < m; k++) {
            duals[k] = Math.min(Math.max(newton.dual(k), loss.dualLow(targets[k])), loss.dualHigh(targets[k]));
        }
        return true;
    }

    /** Each variable in turn, with the others' changes so far in its margin. */
    private void bySweeps(int m) {
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double largest = 0;
            for (int k = 0; k < m; k++) {
                double reach = shares[k] * kernel[k * m + k];
                double dual = loss.proxDerivative(margins[k] + reach * duals[k], reach, targets[k]);
                double change = dual - duals[k];
                if (change != 0) {
                    duals[k] = dual;
                    for (int l = 0; l < m; l++) {
                        margins[l] -= kernel[k * m + l] * shares[k] * change;
                    }
                    largest = Math.max(largest, Math.abs(change) / (1 + Math.abs(dual)));
                }
            }
            if (largest <= SETTLED) {
                return;
            }
        }
    }
}
