package org.fenchel.kernel;

import org.netlib.lapack.Dgeev;
import org.netlib.util.intW;

/** Eigenvalues of general square matrices, by LAPACK translated to Java: the same bits on every machine. */
public final class Eigenvalues {
    private Eigenvalues() {}

    /**
     * The largest absolute value of an eigenvalue. Cost: about 10 n^3 multiply-adds.
     *
     * @param n order
     * @param a the matrix, one row after the other or one column after the other; not changed
     */
    public static double spectralRadius(int n, double[] a) {
        double[] real = new double[n];
        double[] imaginary = new double[n];
        double[] none = new double[1];
        double[] work = new double[Math.max(1, 34 * n)];
        intW info = new intW(0);
        Dgeev.dgeev(
                "N",
                "N",
                n,
                a.clone(),
                0,
                n,
                real,
                0,
                imaginary,
                0,
                none,
                0,
                1,
                none,
                0,
                1,
                work,
                0,
                work.length,
                info);
        if (info.val != 0) {
            throw new ArithmeticException("the eigenvalues of a matrix of order " + n + " were not found");
        }
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.hypot(real[i], imaginary[i]));
        }
        return largest;
    }
}
