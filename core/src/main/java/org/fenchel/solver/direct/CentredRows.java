package org.fenchel.solver.direct;

import java.util.Arrays;
import org.fenchel.data.Rows;
import org.fenchel.problem.FiniteSum;

/**
 * S^1/2 A: the rows less their weighted mean (where there is an intercept), times the roots of their shares, never formed; and the
 * targets less offsets.
 */
final class CentredRows {
    final FiniteSum problem;
    final Rows rows;
    final int[] all;
    final double[] roots;
    final double[] mean;
    private final double[] scaled;

    CentredRows(FiniteSum problem) {
        this.problem = problem;
        rows = problem.rows();
        all = new int[problem.n()];
        Arrays.setAll(all, i -> i);
        roots = new double[all.length];
        Arrays.setAll(roots, i -> Math.sqrt(problem.shares()[i]));
        mean = new double[problem.d()];
        scaled = new double[all.length];
        if (problem.intercept()) {
            rows.addTransposed(all, all.length, problem.shares(), mean);
        }
    }

    int n() {
        return all.length;
    }

    int d() {
        return mean.length;
    }

    /** {@code out = S^1/2 A v}. */
    void multiply(double[] v, double[] out) {
        rows.multiply(all, all.length, v, out);
        double shift = dot(mean, v);
        for (int i = 0; i < out.length; i++) {
            out[i] = roots[i] * (out[i] - shift);
        }
    }

    /** {@code out = A'S^1/2 u}. */
    void transposed(double[] u, double[] out) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            scaled[i] = roots[i] * u[i];
            sum += scaled[i];
        }
        for (int j = 0; j < out.length; j++) {
            out[j] = -sum * mean[j];
        }
        rows.addTransposed(all, all.length, scaled, out);
    }

    /**
     * {@code out = S^1/2 (t - X b - c)} with the best c, which it returns: 0 without an intercept.
     *
     * @param b at least the d weights
     */
    double residual(double[] b, double[] out) {
        if (isZero(b, d())) {
            Arrays.fill(out, 0);
        } else {
            rows.multiply(all, all.length, b, out);
        }
        double c = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = problem.targets()[i] - problem.offsets()[i] - out[i];
            c += problem.shares()[i] * out[i];
        }
        c = problem.intercept() ? c : 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = roots[i] * (out[i] - c);
        }
        return c;
    }

    /** The squared norm of a dense row of A, without rounding a difference of large numbers. */
    double squaredNorm(int i) {
        double[] row = new double[d()];
        rows.axpy(1, i, row);
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += (row[j] - mean[j]) * (row[j] - mean[j]);
        }
        return sum;
    }

    /** Whether the first d entries are 0, as at the start, where a pass is saved. */
    static boolean isZero(double[] b, int d) {
        for (int j = 0; j < d; j++) {
            if (b[j] != 0) {
                return false;
            }
        }
        return true;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
