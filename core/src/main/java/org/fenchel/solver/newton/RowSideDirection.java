package org.fenchel.solver.newton;

import java.util.Arrays;
import org.fenchel.data.RowGram;
import org.fenchel.kernel.Symmetric;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.ScalarPart;

/**
 * Newton's direction on the side of the n rows, for wide data with l2. With E the shares times second derivatives and u = X dx + dc 1
 * the change of margins, q = E^1/2 u solves
 *
 * <pre>K q = dc E^1/2 1 - E^1/2 X g / l2,   K = I + E^1/2 X X' E^1/2 / l2,   dx = -(g + X' E^1/2 q) / l2,</pre>
 *
 * and dc follows from 1'E^1/2 q = -g_c. The eigenvalues of K are at least 1, and the divisor for dc is a quadratic form of its
 * inverse: nothing cancels.
 *
 * <p>Cost: n^2 / 2 inner products of rows once, n^3 / 6 multiply-adds a step.
 */
final class RowSideDirection implements NewtonDirection {
    private final ScalarPart smooth;
    private final FiniteSum problem;
    private final double l2;
    private final double[] kernel;
    private final double[] factor;
    private final double[] roots;
    private final double[] ones;
    private final double[] q;

    RowSideDirection(ScalarPart smooth) {
        this.smooth = smooth;
        problem = smooth.problem();
        l2 = problem.penalty().l2();
        int n = smooth.n();
        kernel = new double[n * n];
        new RowGram(problem.rows()).fill(smooth.all(), n, 1 / l2, 0, kernel);
        for (int i = 0; i < n; i++) {
            kernel[i * n + i] = problem.rows().squaredNorm(i) / l2;
        }
        factor = new double[n * n];
        roots = new double[n];
        ones = new double[n];
        q = new double[n];
    }

    @Override
    public double solve(DescentPoint at, double[] out) {
        int n = roots.length;
        int d = problem.d();
        double[] gradient = at.gradient();
        smooth.curvatures(at.margins(), roots);
        for (int i = 0; i < n; i++) {
            roots[i] = Math.sqrt(roots[i]);
            for (int j = 0; j <= i; j++) {
                factor[i * n + j] = roots[i] * roots[j] * kernel[i * n + j];
            }
            factor[i * n + i] += 1;
        }
        if (!Symmetric.cholesky(n, factor)) {
            return -1;
        }
        problem.rows().multiply(smooth.all(), n, gradient, q);
        for (int i = 0; i < n; i++) {
            q[i] *= -roots[i] / l2;
        }
        Symmetric.solve(n, factor, q);
        double dc = problem.intercept() ? intercept(gradient[d]) : 0;
        for (int i = 0; i < n; i++) {
            q[i] = roots[i] * (q[i] + dc * ones[i]);
        }
        Arrays.fill(out, 0);
        problem.rows().addTransposed(smooth.all(), n, q, out);
        for (int j = 0; j < d; j++) {
            out[j] = -(gradient[j] + out[j]) / l2;
        }
        if (problem.intercept()) {
            out[d] = dc;
        }
        return 1;
    }

    /** Fills {@link #ones} with K^-1 E^1/2 1, by which q changes with dc. */
    private double intercept(double gradient) {
        int n = roots.length;
        System.arraycopy(roots, 0, ones, 0, n);
        Symmetric.solve(n, factor, ones);
        double fixed = 0;
        double bend = 0;
        for (int i = 0; i < n; i++) {
            fixed += roots[i] * q[i];
            bend += roots[i] * ones[i];
        }
        // flat losses everywhere: the intercept is free to stay
        return bend > 0 ? -(gradient + fixed) / bend : 0;
    }
}
