package org.fenchel.kernel;

import org.bytedeco.openblas.global.openblas;

/** The native library; loads with this class, which takes about a quarter of a second. */
final class OpenBlas {
    static {
        // one thread: results must not depend on the number of cores, and callers run in parallel themselves
        openblas.blas_set_num_threads(1);
    }

    private OpenBlas() {}

    /** Lower triangle of the row-major a += b'b. */
    static void addGram(int n, int k, double[] b, double[] a) {
        openblas.cblas_dsyrk(openblas.CblasRowMajor, openblas.CblasLower, openblas.CblasTrans, n, k, 1, b, n, 1, a, n);
    }

    /** Cholesky of the row-major lower triangle, which is the upper one by columns. */
    static boolean cholesky(int n, double[] a) {
        return openblas.LAPACKE_dpotrf(openblas.LAPACK_COL_MAJOR, (byte) 'U', n, a, n) == 0;
    }

    /** QR of the m x n matrix stored by columns, with the scales of its reflections. */
    static void triangle(int m, int n, double[] a, double[] scales) {
        openblas.LAPACKE_dgeqrf(openblas.LAPACK_COL_MAJOR, m, n, a, m, scales);
    }

    /** Singular value decomposition of the square matrix stored by columns. */
    static boolean singular(int n, double[] a, double[] values, double[] u, double[] vTransposed) {
        return openblas.LAPACKE_dgesdd(openblas.LAPACK_COL_MAJOR, (byte) 'A', n, n, a, n, values, u, n, vTransposed, n)
                == 0;
    }
}
