package org.fenchel.solver.direct;

import java.util.Arrays;

/**
 * LSQR: conjugate gradients on the normal equations by Golub and Kahan's bidiagonalisation, without forming a product of the matrix
 * with itself. From zero it converges to the solution of least norm. Cost: a pass an iteration, at most ten times the smaller
 * side.
 *
 * <p>With l2 it solves the problem whose matrix has sqrt(l2) I below it and whose residual has -sqrt(l2) b there. Source: C. Paige
 * and M. Saunders, ACM Trans. Math. Software 8 (1982).
 */
final class Lsqr implements Correction {
    private static final double ACCURACY = 1e-14;

    private final CentredRows rows;
    private final double root;
    private final double[] u;
    private final double[] below;
    private final double[] v;
    private final double[] w;
    private final double[] product;
    private final double[] along;

    Lsqr(CentredRows rows) {
        this.rows = rows;
        root = Math.sqrt(rows.problem.penalty().l2());
        u = new double[rows.n()];
        along = new double[rows.n()];
        below = new double[rows.d()];
        v = new double[rows.d()];
        w = new double[rows.d()];
        product = new double[rows.d()];
    }

    @Override
    public void solve(double[] r, double[] b, double[] out) {
        Arrays.fill(out, 0);
        System.arraycopy(r, 0, u, 0, u.length);
        for (int j = 0; j < below.length; j++) {
            below[j] = -root * b[j];
        }
        double beta = normaliseLeft();
        Arrays.fill(v, 0);
        double alpha = beta > 0 ? nextRight(0) : 0;
        System.arraycopy(v, 0, w, 0, v.length);
        double phi = beta;
        double rho = alpha;
        double first = alpha * beta;
        int most = 10 * Math.min(rows.n(), rows.d());
        for (int iteration = 0; iteration < most && Math.abs(phi * alpha) > ACCURACY * first; iteration++) {
            rows.multiply(v, along);
            for (int i = 0; i < u.length; i++) {
                u[i] = along[i] - alpha * u[i];
            }
            for (int j = 0; j < below.length; j++) {
                below[j] = root * v[j] - alpha * below[j];
            }
            beta = normaliseLeft();
            alpha = beta > 0 ? nextRight(beta) : 0;
            double length = Math.hypot(rho, beta);
            double cosine = rho / length;
            double sine = beta / length;
            double theta = sine * alpha;
            double step = cosine * phi / length;
            for (int j = 0; j < w.length; j++) {
                out[j] += step * w[j];
                w[j] = v[j] - theta / length * w[j];
            }
            rho = -cosine * alpha;
            phi = sine * phi;
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    @Override
    public boolean exact() {
        return false;
    }

    private double normaliseLeft() {
        double norm = Math.sqrt(CentredRows.dot(u, u) + CentredRows.dot(below, below));
        divide(u, norm);
        divide(below, norm);
        return norm;
    }

    /** v becomes A'u - beta v, of norm 1; returns the norm before. */
    private double nextRight(double beta) {
        rows.transposed(u, product);
        for (int j = 0; j < v.length; j++) {
            v[j] = product[j] + root * below[j] - beta * v[j];
        }
        double norm = Math.sqrt(CentredRows.dot(v, v));
        divide(v, norm);
        return norm;
    }

    private static void divide(double[] a, double norm) {
        if (norm > 0) {
            for (int k = 0; k < a.length; k++) {
                a[k] /= norm;
            }
        }
    }
}
