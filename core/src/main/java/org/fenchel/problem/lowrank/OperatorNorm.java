package org.fenchel.problem.lowrank;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.Orthogonal;
import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Tall;
import org.fenchel.kernel.Vectors;

/**
 * The largest singular value of a matrix A from above, proven: a method that works from below, as Lanczos' does, would make lower
 * bounds of the objective too high.
 *
 * <p>Where A is the multiplier of a nuclear norm, its leading vectors are those of the primal solution, all with one value, which an iteration
 * on single vectors separates slowly. So they are split off: with V their span and W its complement, A'A has the blocks V'A'AV, V'A'AW
 * and W'A'AW, and its norm is at most the largest eigenvalue of the 2 x 2 matrix of the norms of these. The first is found exactly,
 * the second vanishes at the optimum and counts by its square, and the third is bounded by Lanczos' method.
 *
 * <p>What is proven: up to {@link #DENSE} rows or columns, the value v is found as above from Lanczos' estimate and holds because (1 + d) v^2 I - AA' has
 * a Cholesky factor, for sure but for the rounding that d covers. For larger matrices the third block is bounded from a random start with a probability of
 * failure of at most 1e-12 ({@link Lanczos#above}).
 */
public final class OperatorNorm {
    /** Smaller sides up to this are proven by a Cholesky factor of that order, which takes 134 MB at most. */
    static final int DENSE = 4096;

    private static final int STEPS = 120;

    /** So many a fit makes: it decides whether native code is worth its loading. */
    private static final int PROOFS = 8;

    private OperatorNorm() {}

    /**
     * An upper bound, proven as this class says. Cost: 2 r products and up to 240 more; where the smaller side k is at most 4,096, k^3 / 6 multiply-adds and k^2 numbers for each factor
     * besides.
     *
     * @param r columns of v, may be 0
     * @param v n rows of r numbers, columns orthonormal
     */
    public static double upper(LinearMap map, int r, double[] v, RandomGenerator random) {
        if (Math.min(map.m(), map.n()) > DENSE) {
            return blocks(map, r, v, beside -> new Lanczos(STEPS, 0).above(beside, random));
        }
        // where V are not the leading vectors, as early in a run, a single pair is the better guess
        Lanczos lanczos = new Lanczos(100, 1e-6);
        double single = lanczos.leading(map, random).upper();
        double estimate = r == 0
                ? single
                : Math.min(
                        single,
                        blocks(
                                map,
                                r,
                                v,
                                beside -> lanczos.leading(beside, random).upper()));
        return confirmed(map, estimate);
    }

    /** The norm of the 2 x 2 matrix of block norms. */
    private static double blocks(LinearMap map, int r, double[] v, ToDoubleFunction<LinearMap> norm) {
        if (r == 0) {
            return norm.applyAsDouble(map);
        }
        int m = map.m();
        int n = map.n();
        double[] image = new double[m * r];
        map.multiply(r, v, image);
        double inside = largest(r, Tall.cross(m, r, r, image, image));
        double[] back = new double[n * r];
        map.transposed(r, image, back);
        remove(n, r, v, r, back);
        double across = Math.sqrt(Vectors.dot(back.length, back, 0, back, 0));
        double outside = norm.applyAsDouble(new Beside(map, r, v));
        outside *= outside;
        double half = 0.5 * (inside - outside);
        return Math.sqrt(0.5 * (inside + outside) + Math.hypot(half, across));
    }

    /** The first of a rising sequence from an estimate on for which a Cholesky factor proves it. */
    private static double confirmed(LinearMap map, double estimate) {
        int k = Math.min(map.m(), map.n());
        double[] factor = new double[k * k];
        for (double raise = 1e-13; ; raise *= 10) {
            Arrays.fill(factor, 0);
            subtractGram(map, k, factor);
            double trace = 0;
            for (int i = 0; i < k; i++) {
                trace -= factor[i * k + i];
            }
            if (trace == 0) {
                return 0;
            }
            // rounding of the Gram matrix and of the factor, each at most (k + 2) ulps of the trace
            double rounding = 4 * (k + 2) * Math.ulp(1.0) * trace;
            // no norm is below the mean of the squared values
            double square = Math.max(estimate * estimate, trace / k) * (1 + raise);
            if (!(square < trace)) {
                return Math.sqrt(trace + rounding); // the Frobenius norm
            }
            for (int i = 0; i < k; i++) {
                factor[i * k + i] += square;
            }
            if (Symmetric.cholesky(k, factor, PROOFS)) {
                return Math.sqrt(square + rounding);
            }
        }
    }

    /** Subtracts A'A or AA', whichever is smaller; the lower triangle. */
    private static void subtractGram(LinearMap map, int k, double[] gram) {
        if (map instanceof SparsePlusLowRank sparse && sparse.isSparse()) {
            sparse.subtractGram(gram);
            return;
        }
        boolean wide = map.n() > map.m();
        int width = Math.min(k, 32);
        int other = Math.max(map.m(), map.n());
        for (int from = 0; from < k; from += width) {
            int columns = Math.min(width, k - from);
            double[] unit = new double[k * columns];
            for (int c = 0; c < columns; c++) {
                unit[(from + c) * columns + c] = 1;
            }
            double[] image = new double[other * columns];
            double[] back = new double[k * columns];
            if (wide) {
                map.transposed(columns, unit, image);
                map.multiply(columns, image, back);
            } else {
                map.multiply(columns, unit, image);
                map.transposed(columns, image, back);
            }
            for (int i = 0; i < k; i++) {
                for (int c = 0; c < columns; c++) {
                    gram[i * k + from + c] -= back[i * columns + c];
                }
            }
        }
    }

    private static double largest(int r, double[] gram) {
        double[] values = new double[r];
        Orthogonal.singular(r, gram, values, new double[r * r], new double[r * r]);
        return values[0];
    }

    /** {@code x -= v v'x} for k vectors at once. */
    private static void remove(int n, int r, double[] v, int k, double[] x) {
        double[] part = Tall.cross(n, r, k, v, x);
        double[] along = new double[n * k];
        Tall.multiply(n, r, k, v, part, along);
        Vectors.axpy(along.length, -1, along, 0, x, 0);
    }

    /** The matrix on the complement of the columns of v. */
    private record Beside(LinearMap map, int r, double[] v) implements LinearMap {
        @Override
        public int m() {
            return map.m();
        }

        @Override
        public int n() {
            return map.n();
        }

        @Override
        public void multiply(int k, double[] x, double[] out) {
            double[] beside = x.clone();
            remove(n(), r, v, k, beside);
            map.multiply(k, beside, out);
        }

        @Override
        public void transposed(int k, double[] y, double[] out) {
            map.transposed(k, y, out);
            remove(n(), r, v, k, out);
        }
    }
}
