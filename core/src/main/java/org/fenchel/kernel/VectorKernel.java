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

    /** {@code out = exp(x)}, entry by entry, to an ulp; {@code out} may be {@code x}. */
    void exp(int n, double[] x, double[] out);

    /** Name for reports. */
    String name();
}
