package org.fenchel.kernel;

import org.netlib.lapack.Dbdsqr;
import org.netlib.util.intW;

/** Singular values of small upper bidiagonal matrices, by LAPACK's implicit QR iteration translated to Java. */
final class Bidiagonal {
    private Bidiagonal() {}

    /**
     * B = Q diag(values) P'. Cost: about 30 n (n + rows + columns) multiply-adds.
     *
     * @param n order
     * @param diagonal of B; receives the singular values, descending
     * @param beside the n - 1 numbers above it; lost
     * @param rows of the matrix left, by columns, which becomes left Q
     * @param columns of the matrix right, by columns, which becomes P' right
     */
    static void singular(
            int n, double[] diagonal, double[] beside, int rows, double[] left, int columns, double[] right) {
        double[] work = new double[4 * n];
        double[] none = right.length == 0 ? new double[1] : right;
        Dbdsqr.dbdsqr(
                "U",
                n,
                columns,
                rows,
                0,
                diagonal,
                0,
                beside,
                0,
                none,
                0,
                Math.max(1, n),
                left,
                0,
                Math.max(1, rows),
                new double[1],
                0,
                1,
                work,
                0,
                new intW(0));
    }

    /** Ones on the diagonal. */
    static double[] identity(int n) {
        double[] unit = new double[n * n];
        for (int i = 0; i < n; i++) {
            unit[i * n + i] = 1;
        }
        return unit;
    }
}
