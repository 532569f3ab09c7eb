package org.fenchel.kernel;

/**
 * Tall matrices: many rows of a few numbers each, one row after the other. Loops run on all cores, with the same bits on any number of
 * them.
 */
public final class Tall {
    /** A column of which less than this is left beside those before it says nothing new. */
    private static final double DEPENDENT = 1e-11;

    private Tall() {}

    /**
     * {@code out = a b}. Cost: m k l multiply-adds.
     *
     * @param a m rows of k numbers
     * @param b k rows of l numbers
     * @param out receives m rows of l numbers; neither a nor b
     */
    public static void multiply(int m, int k, int l, double[] a, double[] b, double[] out) {
        int shards = Shards.count((double) m * k * l);
        Shards.run(shards, shard -> {
            int end = Shards.start(shard + 1, shards, m);
            int i = Shards.start(shard, shards, m);
            for (; i + 3 < end; i += 4) {
                ThinMatrix.multiply4(k, l, a, i * k, i * k + k, i * k + 2 * k, i * k + 3 * k, b, out, i * l);
            }
            for (; i < end; i++) {
                ThinMatrix.multiply(k, l, a, i * k, b, out, i * l);
            }
        });
    }

    /**
     * {@code a'b}, k rows of l numbers. Cost: m k l multiply-adds.
     *
     * @param a m rows of k numbers
     * @param b m rows of l numbers
     */
    public static double[] cross(int m, int k, int l, double[] a, double[] b) {
        int shards = Shards.count((double) m * k * l);
        double[][] parts = new double[shards][];
        Shards.run(shards, shard -> {
            double[] part = new double[k * l];
            int end = Shards.start(shard + 1, shards, m);
            int i = Shards.start(shard, shards, m);
            for (; i + 3 < end; i += 4) {
                ThinMatrix.addOuter4(k, l, a, i * k, i * k + k, i * k + 2 * k, i * k + 3 * k, b, i * l, part);
            }
            for (; i < end; i++) {
                ThinMatrix.addOuter(k, l, a, i * k, b, i * l, part);
            }
            parts[shard] = part;
        });
        for (int shard = 1; shard < shards; shard++) {
            Vectors.axpy(k * l, 1, parts[shard], 0, parts[0], 0);
        }
        return parts[0];
    }

    /**
     * Makes the columns orthonormal without changing what they span, by Cholesky's factor of their inner products, twice. Columns that depend on
     * those before them are dropped, and the rows moved together. Cost: 2 m k^2 multiply-adds.
     *
     * @param a m rows of k numbers
     * @return how many columns are left
     */
    public static int orthonormalise(int m, int k, double[] a) {
        int left = pass(m, k, a);
        return pass(m, left, a);
    }

    private static int pass(int m, int k, double[] a) {
        int width = k;
        while (true) {
            double[] gram = cross(m, width, width, a, a);
            double[] scale = new double[width];
            for (int j = 0; j < width; j++) {
                double square = gram[j * width + j];
                scale[j] = square > 0 ? 1 / Math.sqrt(square) : 0;
            }
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    gram[i * width + j] *= scale[i] * scale[j];
                }
            }
            int broken = Symmetric.independent(width, gram, DEPENDENT);
            if (broken == width) {
                solve(m, width, a, gram, scale);
                return width;
            }
            drop(m, width, a, broken);
            width--;
        }
    }

    /** Each row x of a becomes the solution z of L z = scale x. */
    private static void solve(int m, int k, double[] a, double[] factor, double[] scale) {
        int shards = Shards.count(0.5 * m * k * k);
        Shards.run(shards, shard -> {
            int end = Shards.start(shard + 1, shards, m);
            for (int i = Shards.start(shard, shards, m); i < end; i++) {
                int row = i * k;
                for (int j = 0; j < k; j++) {
                    a[row + j] = (a[row + j] * scale[j] - Vectors.dot(j, factor, j * k, a, row)) / factor[j * k + j];
                }
            }
        });
    }

    private static void drop(int m, int k, double[] a, int column) {
        int to = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < k; j++) {
                if (j != column) {
                    a[to++] = a[i * k + j];
                }
            }
        }
    }

    /**
     * Columns of a matrix, some of them.
     *
     * @param from first column
     * @param to last column, exclusive
     */
    public static double[] columns(int m, int k, double[] a, int from, int to) {
        int width = to - from;
        double[] part = new double[m * width];
        for (int i = 0; i < m; i++) {
            System.arraycopy(a, i * k + from, part, i * width, width);
        }
        return part;
    }

    /** Two matrices side by side: m rows of k + l numbers. */
    public static double[] beside(int m, int k, double[] a, int l, double[] b) {
        double[] both = new double[m * (k + l)];
        for (int i = 0; i < m; i++) {
            System.arraycopy(a, i * k, both, i * (k + l), k);
            System.arraycopy(b, i * l, both, i * (k + l) + k, l);
        }
        return both;
    }
}
