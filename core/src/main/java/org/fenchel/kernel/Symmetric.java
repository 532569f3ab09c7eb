package org.fenchel.kernel;

import java.util.Arrays;

/**
 * Dense symmetric matrices of order n, of which only the lower triangle is stored and used: entry (i, j) with j at most i stands at
 * {@code i * n + j}.
 */
public final class Symmetric {
    private Symmetric() {}

    /** Sets the lower triangle to zero. */
    public static void clear(int n, double[] a) {
        for (int i = 0; i < n; i++) {
            Arrays.fill(a, i * n, i * n + i + 1, 0);
        }
    }

    /**
     * {@code a += b'b} for k rows of length n, stored one after the other in b, whose length must be at least
     * {@code 4 ceil(k / 4) n}: the rows that fill up the last four are overwritten with zeros. Cost: k n^2 / 2 multiply-adds.
     */
    public static void addGram(int n, int k, double[] b, double[] a) {
        int padded = (k + 3) & ~3;
        Arrays.fill(b, k * n, padded * n, 0);
        for (int r = 0; r < padded; r += 4) {
            int r0 = r * n;
            int r1 = r0 + n;
            int r2 = r1 + n;
            int r3 = r2 + n;
            for (int i = 0; i < n; i++) {
                double b0 = b[r0 + i];
                double b1 = b[r1 + i];
                double b2 = b[r2 + i];
                double b3 = b[r3 + i];
                if (b0 != 0 || b1 != 0 || b2 != 0 || b3 != 0) {
                    Vectors.KERNEL.axpy4(i + 1, b0, b1, b2, b3, b, r0, n, a, i * n);
                }
            }
        }
    }

    /**
     * Cholesky factor in place: the lower triangle of a becomes L with L L' = a. Cost: n^3 / 6 multiply-adds.
     *
     * @return whether a was positive definite; otherwise its contents are lost
     */
    public static boolean cholesky(int n, double[] a) {
        if (NativeLibrary.serves((double) n * n * n / 6)) {
            return OpenBlas.cholesky(n, a);
        }
        for (int i = 0; i < n; i++) {
            int row = i * n;
            for (int j = 0; j < i; j++) {
                int other = j * n;
                a[row + j] = (a[row + j] - Vectors.KERNEL.dot(j, a, row, a, other)) / a[other + j];
            }
            double pivot = a[row + i] - Vectors.KERNEL.dot(i, a, row, a, row);
            if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
                return false;
            }
            a[row + i] = Math.sqrt(pivot);
        }
        return true;
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
