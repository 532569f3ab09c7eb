package org.fenchel.kernel;

/**
 * Loops over the parameter blocks of one row's features, for factorization machines. A store holds a block of {@code stride}
 * numbers for each feature; the first {@code width} of a block, a multiple of {@link #LANES}, are its latent vector, padded
 * with zeros. Vectors of a row are copied to a buffer that stays in the first-level cache, worked on there, and written back.
 *
 * <p>Stores may be {@code double[]} or {@code float[]}; the buffer is always double, so all arithmetic is too.
 */
public final class Blocks {
    /** Vectors are padded to multiples of this. */
    public static final int LANES = 4;

    private static final BlockKernel KERNEL = Vectors.simd() ? new SimdBlockKernel() : new ScalarBlockKernel();

    private Blocks() {}

    /** The least multiple of {@link #LANES} that holds n numbers. */
    public static int padded(int n) {
        return (n + LANES - 1) / LANES * LANES;
    }

    /**
     * Copies the vectors of m features to a buffer.
     *
     * @param columns their numbers are {@code columns[at]} to {@code columns[at + m - 1]}
     * @param buffer receives m vectors of {@code width}
     * @param sum receives the sum of the vectors, length {@code width}
     * @return the sum of their squared norms
     */
    public static double gather(
            int m, int[] columns, int at, int stride, int width, double[] store, double[] buffer, double[] sum) {
        return KERNEL.gather(m, columns, at, stride, width, store, buffer, sum);
    }

    /** The same from single precision. */
    public static double gather(
            int m, int[] columns, int at, int stride, int width, float[] store, double[] buffer, double[] sum) {
        return KERNEL.gather(m, columns, at, stride, width, store, buffer, sum);
    }

    /** Writes {@code keep[i] buffer_i + pull[i] sum} to the vector of each of m features. */
    public static void scatter(
            int m,
            int[] columns,
            int at,
            int stride,
            int width,
            double[] buffer,
            double[] keep,
            double[] pull,
            double[] sum,
            double[] store) {
        KERNEL.scatter(m, columns, at, stride, width, buffer, keep, pull, sum, store);
    }

    /** The same to single precision. */
    public static void scatter(
            int m,
            int[] columns,
            int at,
            int stride,
            int width,
            double[] buffer,
            double[] keep,
            double[] pull,
            double[] sum,
            float[] store) {
        KERNEL.scatter(m, columns, at, stride, width, buffer, keep, pull, sum, store);
    }

    /** {@code out[i] = ||buffer_i||^2} for m vectors. */
    public static void squaredNorms(int m, int width, double[] buffer, double[] out) {
        KERNEL.squaredNorms(m, width, buffer, out);
    }

    /** {@code out = sum_i weights[i] buffer_i} over m vectors. */
    public static void combine(int m, int width, double[] buffer, double[] weights, double[] out) {
        KERNEL.combine(m, width, buffer, weights, out);
    }

    /** Copies one block, a whole multiple of {@link #LANES} long, from {@code from[at]} on to {@code to[toAt]} on. */
    public static void copy(int stride, double[] from, int at, double[] to, int toAt) {
        KERNEL.copy(stride, from, at, to, toAt);
    }

    /** The same in single precision. */
    public static void copy(int stride, float[] from, int at, float[] to, int toAt) {
        KERNEL.copy(stride, from, at, to, toAt);
    }
}
