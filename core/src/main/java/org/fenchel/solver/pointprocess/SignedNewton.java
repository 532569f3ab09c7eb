package org.fenchel.solver.pointprocess;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.pointprocess.PointProcessFit;

/**
 * Newton's steps on the coefficients that are not 0, with l1 as a linear term while no sign changes: the last digits, which the bound of
 * a small l2 asks for.
 */
final class SignedNewton {
    private static final int MOST_STEPS = 10;

    private SignedNewton() {}

    /**
     * A node's coefficients, better where steps make them so.
     *
     * @param n rows
     * @param rows features of the columns selected, n times the length of theta
     */
    static double[] polish(PointProcessFit fit, int[] sources, int n, double[] rows, double[] theta) {
        int d = theta.length;
        int[] active = IntStream.range(0, d).filter(c -> theta[c] != 0).toArray();
        int a = active.length;
        double[] psi = new double[d];
        fit.gather(fit.integrals(), sources, psi, 0);
        double[] x = new double[n * a];
        for (int k = 0; k < n; k++) {
            for (int c = 0; c < a; c++) {
                x[k * a + c] = rows[k * d + active[c]];
            }
        }
        double[] point = IntStream.of(active).mapToDouble(c -> theta[c]).toArray();
        double[] best = theta.clone();
        double least = Double.POSITIVE_INFINITY;
        double l1 = fit.penalty().l1();
        double l2 = fit.penalty().l2();
        RowSums sums = new RowSums(a);
        double[] margins = new double[n];
        double[] hessian = new double[a * a];
        double[] factor = new double[a * a];
        double[] direction = new double[a];
        for (int step = 0; step <= MOST_STEPS && a > 0; step++) {
            sums.clear();
            sums.add(x, 0, n, 1, point, margins, 0, true);
            for (int c = 0; c < a; c++) {
                double sign = Math.signum(theta[active[c]]);
                if (point[c] * sign <= 0) {
                    return best;
                }
                direction[c] = (psi[active[c]] - sums.slope()[c]) / fit.events() + l2 * point[c] + l1 * sign;
            }
            double slope = Math.sqrt(Vectors.dot(a, direction, 0, direction, 0));
            if (!sums.inside() || !(slope < least)) {
                return best;
            }
            least = slope;
            for (int c = 0; c < a; c++) {
                best[active[c]] = point[c];
            }
            Arrays.fill(hessian, 0);
            sums.addGramTo(hessian);
            for (int i = 0; i < a; i++) {
                for (int j = 0; j <= i; j++) {
                    hessian[i * a + j] /= fit.events();
                }
                hessian[i * a + i] += l2;
            }
            if (Double.isNaN(Symmetric.raisedCholesky(a, hessian, factor))) {
                return best;
            }
            Symmetric.solve(a, factor, direction);
            Vectors.axpy(a, -1, direction, 0, point, 0);
        }
        return best;
    }
}
