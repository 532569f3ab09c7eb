package org.fenchel.kernel;

import org.netlib.lapack.Dgeqrf;
import org.netlib.lapack.Dgesvd;
import org.netlib.util.intW;

/**
 * Orthogonal factors of dense matrices by LAPACK, native where the work is worth loading it for, otherwise its translation to Java (which,
 * asked for directly, neither searches for libraries nor prints). Matrices
 * are stored column after column: entry (i, j) of one with m rows stands at {@code j * m + i}.
 */
public final class Orthogonal {
    private Orthogonal() {}

    /**
     * QR: the upper triangle of a becomes R, what is below it is of no more use. Cost: 2 m n^2 multiply-adds.
     *
     * @param m rows, at least n
     */
    public static void triangle(int m, int n, double[] a) {
        double[] scales = new double[n];
        if (NativeLibrary.serves((double) m * n * n)) {
            OpenBlas.triangle(m, n, a, scales);
            return;
        }
        double[] work = new double[32 * n];
        Dgeqrf.dgeqrf(m, n, a, 0, m, scales, 0, work, 0, work.length, new intW(0));
    }

    /**
     * Singular values and vectors of a square matrix, a = U diag(values) V'. Cost: some 10 n^3 multiply-adds.
     *
     * @param a of order n; its contents are lost
     * @param values receives the singular values, descending
     * @param u receives U
     * @param vTransposed receives V'
     * @return whether the iteration has converged, as it does for finite entries
     */
    public static boolean singular(int n, double[] a, double[] values, double[] u, double[] vTransposed) {
        if (NativeLibrary.serves(10.0 * n * n * n)) {
            return OpenBlas.singular(n, a, values, u, vTransposed);
        }
        double[] work = new double[Math.max(16, 40 * n)];
        intW info = new intW(0);
        Dgesvd.dgesvd("A", "A", n, n, a, 0, n, values, 0, u, 0, n, vTransposed, 0, n, work, 0, work.length, info);
        return info.val == 0;
    }
}
