package org.fenchel.kernel;

/**
 * The loops of factorization machines worth writing twice. A store holds a block of {@code stride} numbers for each feature, whose
 * first {@code width} (a multiple of {@link Blocks#LANES}) are a vector; a buffer holds m such vectors one after the other.
 */
interface BlockKernel {
    double gather(int m, int[] columns, int at, int stride, int width, double[] store, double[] buffer, double[] sum);

    double gather(int m, int[] columns, int at, int stride, int width, float[] store, double[] buffer, double[] sum);

    void scatter(
            int m,
            int[] columns,
            int at,
            int stride,
            int width,
            double[] buffer,
            double[] keep,
            double[] pull,
            double[] sum,
            double[] store);

    void scatter(
            int m,
            int[] columns,
            int at,
            int stride,
            int width,
            double[] buffer,
            double[] keep,
            double[] pull,
            double[] sum,
            float[] store);

    void squaredNorms(int m, int width, double[] buffer, double[] out);

    void combine(int m, int width, double[] buffer, double[] weights, double[] out);

    void copy(int stride, double[] from, int at, double[] to, int toAt);

    void copy(int stride, float[] from, int at, float[] to, int toAt);
}
