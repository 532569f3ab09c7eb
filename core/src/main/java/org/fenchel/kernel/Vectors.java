package org.fenchel.kernel;

/** Level-one loops on arrays. */
public final class Vectors {
    private Vectors() {}

    /** Inner product of two stretches of length n. */
    public static double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += x[xOffset + i] * y[yOffset + i];
            s1 += x[xOffset + i + 1] * y[yOffset + i + 1];
            s2 += x[xOffset + i + 2] * y[yOffset + i + 2];
            s3 += x[xOffset + i + 3] * y[yOffset + i + 3];
        }
        for (; i < n; i++) {
            s0 += x[xOffset + i] * y[yOffset + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code y += a x} on stretches of length n. */
    public static void axpy(int n, double a, double[] x, int xOffset, double[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] += a * x[xOffset + i];
        }
    }

    /** Sum of {@code values[k] * w[columns[k]]} over {@code from <= k < to}. */
    public static double gatherDot(int[] columns, double[] values, int from, int to, double[] w) {
        double s0 = 0;
        double s1 = 0;
        int k = from;
        for (; k + 1 < to; k += 2) {
            s0 += values[k] * w[columns[k]];
            s1 += values[k + 1] * w[columns[k + 1]];
        }
        if (k < to) {
            s0 += values[k] * w[columns[k]];
        }
        return s0 + s1;
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
        int k = from;
        for (; k + 1 < to; k += 2) {
            s0 += w[columns[k]];
            s1 += w[columns[k + 1]];
        }
        if (k < to) {
            s0 += w[columns[k]];
        }
        return s0 + s1;
    }

    /** {@code w[columns[k]] += a} over {@code from <= k < to}; columns are distinct. */
    public static void scatterAdd(double a, int[] columns, int from, int to, double[] w) {
        for (int k = from; k < to; k++) {
            w[columns[k]] += a;
        }
    }
}
