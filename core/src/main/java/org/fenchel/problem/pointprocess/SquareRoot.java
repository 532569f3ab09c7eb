package org.fenchel.problem.pointprocess;

import org.fenchel.kernel.Vectors;

/**
 * Rows R with R'R = H for a positive semi-definite H, by Cholesky's method; a column that depends on those before it, up to rounding,
 * adds no row of its own. Cost: d^3 / 6 multiply-adds.
 */
final class SquareRoot {
    /** What is left of a diagonal entry below this part of it is rounding. */
    private static final double DEPENDENT = 1e-12;

    private final int d;
    private final double[] factor;

    /** @param gram H, of which the lower triangle is read */
    SquareRoot(int d, double[] gram) {
        this.d = d;
        factor = new double[d * d];
        for (int i = 0; i < d; i++) {
            int row = i * d;
            for (int j = 0; j < i; j++) {
                double pivot = factor[j * d + j];
                double rest = gram[row + j] - Vectors.dot(j, factor, row, factor, j * d);
                factor[row + j] = pivot > 0 ? rest / pivot : 0;
            }
            double left = gram[row + i] - Vectors.dot(i, factor, row, factor, row);
            factor[row + i] = left > DEPENDENT * gram[row + i] ? Math.sqrt(left) : 0;
        }
    }

    /** R, shape (d, d). */
    double[] rows() {
        double[] rows = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                rows[j * d + i] = factor[i * d + j];
            }
        }
        return rows;
    }

    /** y with R'y = q, for a q in the range of H. */
    double[] targets(double[] q) {
        double[] y = new double[d];
        for (int i = 0; i < d; i++) {
            double pivot = factor[i * d + i];
            y[i] = pivot > 0 ? (q[i] - Vectors.dot(i, factor, i * d, y, 0)) / pivot : 0;
        }
        return y;
    }
}
