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
                boolean stagnant = tolerance > 0 && j >= 12 && value - before <= 1e-3 * tolerance * value;
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

    /**
     * A bound of the largest singular value from above that fails with a probability of at most 1e-12, whatever the matrix: after k steps from
     * a random start the largest Ritz value t of A'A has
     *
     * <pre>P(t below (1 - eps) sigma^2) is at most 1.648 sqrt(n) exp(-sqrt(eps) (2k - 1))</pre>
     *
     * (J. Kuczynski, H. Wozniakowski, "Estimating the largest eigenvalue by the power and Lanczos algorithms with a random start", SIAM J.
     * Matrix Anal. Appl. 13 (1992), theorem 4.2).
     *
     * @param random from which the start is drawn; the matrix must not depend on it
     */
    public double above(LinearMap map, RandomGenerator random) {
        Triples found = new Lanczos(most, 0).leading(map, random);
        if (found.count() == 0) {
            return 0;
        }
        if (found.steps() >= Math.min(map.m(), map.n())) {
            return found.values()[0] + found.residuals()[0];
        }
        double root = Math.log(1.648 * Math.sqrt(map.n()) / 1e-12) / (2.0 * found.steps() - 1);
        return root < 1 ? found.values()[0] / Math.sqrt(1 - root * root) : Double.POSITIVE_INFINITY;
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

    /** Once where little cancels, otherwise twice, which is enough (W. Kahan). */
    private static void orthogonalise(double[] x, double[][] basis, int count) {
        double before = Vectors.dot(x.length, x, 0, x, 0);
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < count; k++) {
                Vectors.axpy(x.length, -Vectors.dot(x.length, x, 0, basis[k], 0), basis[k], 0, x, 0);
            }
            if (Vectors.dot(x.length, x, 0, x, 0) > 0.5 * before) {
                return;
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

    /** The bidiagonal matrix of the steps so far: its values, and the last entry of each left vector, cost j^2. */
    private static final class Small {
        private int j;
        private double[] alpha = new double[0];
        private double[] beta = new double[0];
        private double[] values = new double[0];
        private double[] last = new double[0];

        void solve(int steps, double[] diagonal, double[] beside) {
            j = steps;
            alpha = diagonal;
            beta = beside;
            values = Arrays.copyOf(diagonal, j);
            last = new double[j];
            last[j - 1] = 1;
            Bidiagonal.singular(j, values, Arrays.copyOf(beside, j), 1, last, 0, new double[0]);
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
            return last[k];
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
            double[] x = Bidiagonal.identity(j);
            double[] yTransposed = Bidiagonal.identity(j);
            Bidiagonal.singular(j, Arrays.copyOf(alpha, j), Arrays.copyOf(this.beta, j), j, x, j, yTransposed);
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
