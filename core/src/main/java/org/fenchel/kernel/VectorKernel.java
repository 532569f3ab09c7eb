package org.fenchel.kernel;

/** The loops worth writing twice: once for any machine, once with vector instructions. */
interface VectorKernel {
    /** Inner product of two stretches of length n. */
    double dot(int n, double[] x, int xOffset, double[] y, int yOffset);

    /** {@code y += a x} on stretches of length n. */
    void axpy(int n, double a, double[] x, int xOffset, double[] y, int yOffset);

    /**
     * {@code y += a0 x0 + a1 x1 + a2 x2 + a3 x3}: the four stretches follow one another every {@code stride} in {@code x}, y
     * is read and written once.
     */
    void axpy4(
            int n,
            double a0,
            double a1,
            double a2,
            double a3,
            double[] x,
            int xOffset,
            int stride,
            double[] y,
            int yOffset);

    /**
     * {@code a += b'b} in the lower triangle of a, of order n, whose upper triangle may be overwritten; the k rows of b are
     * followed by three of zeros.
     */
    default void addGram(int n, int k, double[] b, double[] a) {
        for (int r = 0; r < k; r += 4) {
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
                    axpy4(i + 1, b0, b1, b2, b3, b, r0, n, a, i * n);
                }
            }
        }
    }

    /** {@code out = exp(x)} on stretches of length n, entry by entry, to an ulp; {@code out} may be {@code x}. */
    void exp(int n, double[] x, int xOffset, double[] out, int outOffset);

    /** Name for reports. */
    String name();
}
