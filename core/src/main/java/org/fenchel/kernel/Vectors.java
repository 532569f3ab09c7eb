package org.fenchel.kernel;

/**
 * Level-one loops on arrays. Which of the two kernels runs is decided once, when this class loads: vector instructions where
 * the JVM has the module {@code jdk.incubator.vector} or lets us load it, plain Java otherwise, or where the system property
 * {@code fenchel.kernel} is {@code scalar}: loading and compiling vector instructions takes a tenth of a second and more, which
 * small data do not pay back.
 */
public final class Vectors {
    static final VectorKernel KERNEL = choose();

    private Vectors() {}

    private static VectorKernel choose() {
        if (!"scalar".equals(System.getProperty("fenchel.kernel")) && VectorModule.present()) {
            try {
                return new SimdKernel();
            } catch (LinkageError e) {
                return new ScalarKernel();
            }
        }
        return new ScalarKernel();
    }

    /** Name of the kernel in use. */
    public static String kernel() {
        return KERNEL.name();
    }

    /** Whether the kernel in use has vector instructions. */
    public static boolean simd() {
        return !(KERNEL instanceof ScalarKernel);
    }

    /** Inner product of two stretches of length n. */
    public static double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
        return KERNEL.dot(n, x, xOffset, y, yOffset);
    }

    /** {@code y += a x} on stretches of length n. */
    public static void axpy(int n, double a, double[] x, int xOffset, double[] y, int yOffset) {
        KERNEL.axpy(n, a, x, xOffset, y, yOffset);
    }

    /**
     * {@code y += a0 x0 + a1 x1 + a2 x2 + a3 x3} on stretches of length n; the four follow one another every {@code stride} in
     * {@code x}.
     */
    public static void axpy4(
            int n,
            double a0,
            double a1,
            double a2,
            double a3,
            double[] x,
            int xOffset,
            int stride,
            double[] y,
            int yOffset) {
        KERNEL.axpy4(n, a0, a1, a2, a3, x, xOffset, stride, y, yOffset);
    }

    /** {@code out = exp(x)} on the first n entries, each to an ulp; {@code out} may be {@code x}. */
    public static void exp(int n, double[] x, double[] out) {
        KERNEL.exp(n, x, 0, out, 0);
    }

    /** The same on stretches of length n. */
    public static void exp(int n, double[] x, int xOffset, double[] out, int outOffset) {
        KERNEL.exp(n, x, xOffset, out, outOffset);
    }

    /** Sum of {@code values[k] * w[columns[k]]} over {@code from <= k < to}. */
    public static double gatherDot(int[] columns, double[] values, int from, int to, double[] w) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            s0 += values[k] * w[columns[k]];
            s1 += values[k + 1] * w[columns[k + 1]];
            s2 += values[k + 2] * w[columns[k + 2]];
            s3 += values[k + 3] * w[columns[k + 3]];
        }
        for (; k < to; k++) {
            s0 += values[k] * w[columns[k]];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code w[columns[k]] += a * values[k]} over {@code from <= k < to}; columns are distinct. */
    public static void scatterAxpy(double a, int[] columns, double[] values, int from, int to, double[] w) {
        for (int k = from; k < to; k++) {
            w[columns[k]] += a * values[k];
        }
    }

    /** Sum of {@code w[columns[k]]} over {@code from <= k < to}. */
    public static double gatherSum(int[] columns, int from, int to, double[] w) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            s0 += w[columns[k]];
            s1 += w[columns[k + 1]];
            s2 += w[columns[k + 2]];
            s3 += w[columns[k + 3]];
        }
        for (; k < to; k++) {
            s0 += w[columns[k]];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code w[columns[k]] += a} over {@code from <= k < to}; columns are distinct. */
    public static void scatterAdd(double a, int[] columns, int from, int to, double[] w) {
        for (int k = from; k < to; k++) {
            w[columns[k]] += a;
        }
    }
}
