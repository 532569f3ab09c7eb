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
}
