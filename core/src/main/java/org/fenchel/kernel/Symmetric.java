package org.fenchel.kernel;

import java.util.Arrays;

/**
 * Dense symmetric matrices of order n, of which only the lower triangle is stored and used: entry (i, j) with j at most i stands at
 * {@code i * n + j}.
 */
public final class Symmetric {
    /** Vector kernels make Gram matrices of orders that are multiples of this in blocks that stay in registers. */
    public static final int TILE = 8;

    private static final double LEAST_RIDGE = 1e-14;

    private Symmetric() {}

    /** Sets the lower triangle to zero. */
    public static void clear(int n, double[] a) {
        for (int i = 0; i < n; i++) {
            Arrays.fill(a, i * n, i * n + i + 1, 0);
        }
    }

    /**
     * {@code a += b'b} for k rows of length n, stored one after the other in b, whose length must be at least
     * {@code 4 ceil(k / 4) n}: the rows that fill up the last four are overwritten with zeros. The upper triangle of a may be
     * overwritten. Cost: k n^2 / 2 multiply-adds, quickest where n is a multiple of {@link #TILE}.
     */
    public static void addGram(int n, int k, double[] b, double[] a) {
        Arrays.fill(b, k * n, ((k + 3) & ~3) * n, 0);
        Vectors.KERNEL.addGram(n, k, b, a);
    }

    /**
     * Cholesky factor in place: the lower triangle of a becomes L with L L' = a. Cost: n^3 / 6 multiply-adds.
     *
     * @return whether a was positive definite; otherwise its contents are lost
     */
    public static boolean cholesky(int n, double[] a) {
        return cholesky(n, a, 1);
    }

    /**
     * The same, one of several of this order.
     *
     * @param times how many the whole job takes, roughly
     */
    public static boolean cholesky(int n, double[] a, int times) {
        if (NativeLibrary.serves((double) times * n * n * n / 6)) {
            return OpenBlas.cholesky(n, a);
        }
        return independent(n, a, 0) == n;
    }

    /**
     * Cholesky factor in place of the leading part that has one.
     *
     * @param least what must be left of a diagonal entry when its row is reduced by those before it, 0 or more
     * @return the first row of which less is left, with its part of the factor before the diagonal in place; n where there is none
     */
    public static int independent(int n, double[] a, double least) {
        for (int i = 0; i < n; i++) {
            int row = i * n;
            for (int j = 0; j < i; j++) {
                int other = j * n;
                a[row + j] = (a[row + j] - Vectors.KERNEL.dot(j, a, row, a, other)) / a[other + j];
            }
            double pivot = a[row + i] - Vectors.KERNEL.dot(i, a, row, a, row);
            if (!(pivot > least) || pivot == Double.POSITIVE_INFINITY) {
                return i;
            }
            a[row + i] = Math.sqrt(pivot);
        }
        return n;
    }

    /**
     * Cholesky factor of a matrix that may be singular: each diagonal entry is raised by 1e-14 of itself, and where that is not
     * enough by a part of itself and of the largest, ten thousand times more until the factor exists.
     *
     * @param a of which the lower triangle is read
     * @param factor receives the factor; not a itself
     * @return the part by which diagonals were raised, 1e-14 where a is well conditioned; NaN where no factor was found
     */
    public static double raisedCholesky(int n, double[] a, double[] factor) {
        double largest = 0;
        for (int j = 0; j < n; j++) {
            largest = Math.max(largest, a[j * n + j]);
        }
        if (!Double.isFinite(largest)) {
            return Double.NaN;
        }
        double floor = largest > 0 ? largest : 1;
        for (double ridge = LEAST_RIDGE; ridge < 1e3; ridge *= 1e4) {
            System.arraycopy(a, 0, factor, 0, n * n);
            for (int j = 0; j < n; j++) {
                int diagonal = j * n + j;
                factor[diagonal] += ridge * (factor[diagonal] + (ridge == LEAST_RIDGE ? 0 : 1e-4 * floor));
            }
            if (cholesky(n, factor)) {
                return ridge;
            }
        }
        return Double.NaN;
    }

    /** Solves L L' x = b in place of b, L from {@link #cholesky}. Cost: n^2 multiply-adds. */
    public static void solve(int n, double[] l, double[] b) {
        for (int i = 0; i < n; i++) {
            b[i] = (b[i] - Vectors.KERNEL.dot(i, l, i * n, b, 0)) / l[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            b[i] /= l[i * n + i];
            Vectors.KERNEL.axpy(i, -b[i], l, i * n, b, 0);
        }
    }
}
