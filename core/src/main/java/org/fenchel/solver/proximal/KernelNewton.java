package org.fenchel.solver.proximal;

import org.fenchel.loss.Loss;

/**
 * Newton's method for the margins of a small batch without any penalty but l2, on the kernel matrix K of its rows: solves
 * u = q - K (w l'(u)). Quick but not globally convergent: says so when it fails, and the caller has something slower and surer.
 *
 * <p>Cost: m derivatives and m^3 / 6 + 3 m^2 multiply-adds an iteration, of which it needs three or four.
 */
public final class KernelNewton {
    private static final int MOST_ITERATIONS = 12;
    /** A move so small that the duals after it follow from the curvature alone: the error is of the order of its square. */
    private static final double LINEAR = 1e-7;

    private static final double ROUNDING = 2e-15;

    private final Loss loss;
    private final double[] curvature;
    private final double[] root;
    private final double[] factor;
    private final double[] right;
    /** The margins after the step. */
    final double[] u;
    /** The duals after the step. */
    final double[] alpha;

    /** Work space for batches of up to this many rows. */
    public KernelNewton(Loss loss, int capacity) {
        this.loss = loss;
        u = new double[capacity];
        alpha = new double[capacity];
        curvature = new double[capacity];
        root = new double[capacity];
        right = new double[capacity];
        factor = new double[capacity * capacity];
    }

    /**
     * Solves for {@link #u} and {@link #alpha}.
     *
     * @param q margins where the losses are left out, length m
     * @param w weights of the losses
     * @param kernel full m x m matrix, row-major
     * @param y targets
     * @return whether it converged
     */
    public boolean solve(int m, double[] q, double[] w, double[] kernel, double[] y) {
        System.arraycopy(q, 0, u, 0, m);
        for (int k = 0; k < m; k++) {
            if (!(q[k] > loss.domainLow(y[k]))) {
                // as if the row were alone, which is inside the domain
                u[k] = loss.prox(q[k], Math.max(w[k] * kernel[k * m + k], 1e-300), y[k]);
            }
        }
        double previous = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            loss.derivatives(m, u, y, alpha, curvature);
            double error = 0;
            for (int k = 0; k < m; k++) {
                double g = u[k] - q[k];
                int row = k * m;
                for (int l = 0; l < m; l++) {
                    g += kernel[row + l] * w[l] * alpha[l];
                }
                right[k] = g;
                error = Math.max(error, Math.abs(g) / (1 + Math.abs(u[k])));
            }
            if (error <= ROUNDING) {
                return true;
            }
            if (!(error <= 0.7 * previous)) {
                // at the limit of rounding the residual stops shrinking; further out it means that Newton went too far
                return error <= 1e-13;
            }
            previous = error;
            if (!direction(m, w, kernel)) {
                return false;
            }
            double largest = 0;
            for (int k = 0; k < m; k++) {
                u[k] += right[k];
                if (!(u[k] > loss.domainLow(y[k]))) {
                    return false; // the equation may have another root out there
                }
                largest = Math.max(largest, Math.abs(right[k]));
            }
            if (largest <= LINEAR) {
                for (int k = 0; k < m; k++) {
                    alpha[k] += curvature[k] * right[k];
                }
                return true;
            }
        }
        return false;
    }

    /** The dual of row k of the batch after the step. */
    public double dual(int k) {
        return alpha[k];
    }

    /** right = du from right = G: p = -(I + EKE)^-1 E G, du = -G - K E p. */
    private boolean direction(int m, double[] w, double[] kernel) {
        for (int k = 0; k < m; k++) {
            root[k] = Math.sqrt(w[k] * curvature[k]);
        }
        // Cholesky with the right-hand side carried along
        for (int i = 0; i < m; i++) {
            int row = i * m;
            double z = -root[i] * right[i];
            double pivot = 1 + root[i] * root[i] * kernel[row + i];
            for (int j = 0; j < i; j++) {
                double sum = root[i] * kernel[row + j] * root[j];
                int other = j * m;
                for (int t = 0; t < j; t++) {
                    sum -= factor[row + t] * factor[other + t];
                }
                double entry = sum * factor[other + j];
                factor[row + j] = entry;
                pivot -= entry * entry;
                z -= entry * curvature[j];
            }
            if (!(pivot > 0)) {
                return false;
            }
            // the diagonal holds one over the pivot's root; curvature is free to hold the solution from here on
            double inverse = 1 / Math.sqrt(pivot);
            factor[row + i] = inverse;
            curvature[i] = z * inverse;
        }
        for (int i = m - 1; i >= 0; i--) {
            double z = curvature[i];
            for (int t = i + 1; t < m; t++) {
                z -= factor[t * m + i] * curvature[t];
            }
            curvature[i] = z * factor[i * m + i];
        }
        for (int k = 0; k < m; k++) {
            curvature[k] *= root[k];
        }
        for (int k = 0; k < m; k++) {
            double du = -right[k];
            int row = k * m;
            for (int l = 0; l < m; l++) {
                du -= kernel[row + l] * curvature[l];
            }
            right[k] = du;
        }
        // curvature again: alpha's change is w^-1 E p = l'' du, so it is not needed apart from that
        for (int k = 0; k < m; k++) {
            curvature[k] = root[k] * root[k] / w[k];
        }
        return true;
    }
}
