package org.fenchel.kernel;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Leading singular triples of a matrix known by its products: Golub, Kahan and Lanczos' bidiagonalisation with full reorthogonalisation.
 *
 * <p>The largest singular value may belong to several pairs of vectors, as it does for the multiplier of a nuclear norm at the optimum; any
 * one of them is an answer, and no method separates them. So the iteration ends when the value stagnates or its residual is small, whichever
 * is first.
 *
 * <p>Cost: one product with the matrix and one with its transpose a step, and some 4 j (m + n) multiply-adds in step j. Memory: (m + n) numbers a
 * step.
 */
public final class Lanczos {
    /** A start that is only the last answer can miss a direction that is new. */
    private static final double NOISE = 0.02;

    private final int most;
    private final double tolerance;

    /**
     * Settings.
     *
     * @param most steps at most
     * @param tolerance of the residual, relative to the value
     */
    public Lanczos(int most, double tolerance) {
        this.most = most;
        this.tolerance = tolerance;
    }

    /**
     * Triples (value, u, v) with A v = value u, and A'u = value v but for a residual.
     *
     * @param values descending
     * @param left m rows, a column for each value
     * @param right n rows, a column for each value
     * @param residuals Euclidean norms of A'u - value v
     * @param steps products with the matrix; as many were taken with its transpose
     */
    public record Triples(double[] values, double[] left, double[] right, double[] residuals, int steps) {
        /** An estimate from above of the largest singular value: where the run has found its pair, it is at most this far off. */
        public double upper() {
            return values.length == 0 ? 0 : values[0] + residuals[0];
        }

        /** How many there are. */
        public int count() {
            return values.length;
        }
    }

    /** The leading triple from a random start. */
    public Triples leading(LinearMap map, RandomGenerator random) {
        return leading(map, new double[map.n()], random, 1, 0);
    }

    /**
     * The leading triples that one run finds. A run for several goes on until those above a floor have converged to a thousandth.
     *
     * @param start a guess of the first right vector, 0 for none; some noise is added
     * @param wanted how many at most; those after the first have to have converged to a thousandth
     * @param floor values up to this are of no interest
     */
    public Triples leading(LinearMap map, double[] start, RandomGenerator random, int wanted, double floor) {
        int m = map.m();
        int n = map.n();
        int limit = Math.min(most, Math.min(m, n));
        double[][] v = new double[limit + 1][];
        double[][] u = new double[limit][];
        double[] alpha = new double[limit];
        double[] beta = new double[limit];
        v[0] = begin(start, random);
        Small small = new Small();
        int j = 0;
        int nextCheck = 1;
        double before = 0;
        while (true) {
            double[] left = new double[m];
            map.multiply(1, v[j], left);
            if (j > 0) {
                Vectors.axpy(m, -beta[j - 1], u[j - 1], 0, left, 0);
            }
            orthogonalise(left, u, j);
            alpha[j] = normalise(left);
            u[j] = left;
            double[] right = new double[n];
            map.transposed(1, left, right);
            Vectors.axpy(n, -alpha[j], v[j], 0, right, 0);
            orthogonalise(right, v, j + 1);
            beta[j] = normalise(right);
            v[j + 1] = right;
            j++;
            boolean last = j == limit || beta[j - 1] == 0 || alpha[j - 1] == 0;
            if (last || j >= nextCheck) {
                nextCheck = j + 2 + j / 3; // a small decomposition costs as much as several steps
                small.solve(j, alpha, beta);
                double value = small.values[0];
                double residual = beta[j - 1] * Math.abs(small.lastLeft(0));
                boolean stagnant = j >= 12 && value - before <= 1e-3 * tolerance * value;
                boolean found = wanted == 1
                        ? residual <= tolerance * value || stagnant
                        : (residual <= tolerance * value || stagnant)
                                && small.settled(wanted, floor, beta[j - 1], tolerance);
                if (last || value == 0 || found) {
                    return small.triples(wanted, u, v, beta[j - 1], m, n, tolerance);
                }
                before = value;
            }
        }
    }

    private static double[] begin(double[] start, RandomGenerator random) {
        double[] v = start.clone();
        double size = Math.sqrt(Vectors.dot(v.length, v, 0, v, 0));
        double noise = (size > 0 ? NOISE * size : 1) / Math.sqrt(v.length);
        for (int i = 0; i < v.length; i++) {
            v[i] += noise * random.nextGaussian();
        }
        normalise(v);
        return v;
    }

    /** Twice is enough (W. Kahan). */
    private static void orthogonalise(double[] x, double[][] basis, int count) {
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < count; k++) {
                Vectors.axpy(x.length, -Vectors.dot(x.length, x, 0, basis[k], 0), basis[k], 0, x, 0);
            }
        }
    }

    private static double normalise(double[] x) {
        double size = Math.sqrt(Vectors.dot(x.length, x, 0, x, 0));
        if (!(size > Double.MIN_NORMAL)) {
            Arrays.fill(x, 0);
            return 0;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= size;
        }
        return size;
    }

    /** The bidiagonal matrix of the steps so far. */
    private static final class Small {
        private int j;
        private double[] values = new double[0];
        private double[] x = new double[0];
        private double[] yTransposed = new double[0];

        void solve(int steps, double[] alpha, double[] beta) {
            j = steps;
            double[] b = new double[j * j];
            for (int i = 0; i < j; i++) {
                b[i * j + i] = alpha[i];
                if (i + 1 < j) {
                    b[(i + 1) * j + i] = beta[i];
                }
            }
            values = new double[j];
            x = new double[j * j];
            yTransposed = new double[j * j];
            Orthogonal.singular(j, b, values, x, yTransposed);
        }

        /** Whether the leading values above the floor have all converged, and the next is not above it. */
        boolean settled(int wanted, double floor, double beta, double tolerance) {
            int k = 0;
            while (k < Math.min(wanted, j)
                    && values[k] > floor
                    && beta * Math.abs(lastLeft(k)) <= Math.max(1e-3, tolerance) * values[k]) {
                k++;
            }
            return k == wanted
                    || k < j && values[k] + beta * Math.abs(lastLeft(k)) <= floor
                    || k > 0 && k < j && values[k] <= floor;
        }

        double lastLeft(int k) {
            return x[k * j + j - 1];
        }

        Triples triples(int wanted, double[][] u, double[][] v, double beta, int m, int n, double tolerance) {
            int count = values[0] > 0 ? 1 : 0;
            double loose = Math.max(1e-3, tolerance);
            while (count > 0
                    && count < Math.min(wanted, j)
                    && values[count] > 0
                    && beta * Math.abs(lastLeft(count)) <= loose * values[count]) {
                count++;
            }
            double[] left = new double[m * count];
            double[] right = new double[n * count];
            double[] residuals = new double[count];
            for (int k = 0; k < count; k++) {
                residuals[k] = beta * Math.abs(lastLeft(k));
                for (int s = 0; s < j; s++) {
                    double a = x[k * j + s];
                    double b = yTransposed[s * j + k];
                    for (int i = 0; i < m; i++) {
                        left[i * count + k] += a * u[s][i];
                    }
                    for (int i = 0; i < n; i++) {
                        right[i * count + k] += b * v[s][i];
                    }
                }
            }
            return new Triples(Arrays.copyOf(values, count), left, right, residuals, j);
        }
    }
}
