package org.fenchel.problem.lowrank;

import java.util.random.RandomGenerator;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.Orthogonal;
import org.fenchel.kernel.Tall;
import org.fenchel.kernel.Vectors;

/**
 * The largest singular value of a matrix A, estimated from above: a method that works from below, as Lanczos' does, would make lower
 * bounds of the objective too high.
 *
 * <p>Where A is the multiplier of a nuclear norm, its leading vectors are those of the primal solution, all with one value, which an iteration
 * on single vectors separates slowly. So they are split off: with V their span and W its complement, A'A has the blocks V'A'AV, V'A'AW
 * and W'A'AW, and its norm is at most the largest eigenvalue of the 2 x 2 matrix of the norms of these. The first is found exactly,
 * the second vanishes at the optimum and counts by its square, and the third, found by Lanczos' method with its residual added, is then the smaller.
 */
public final class OperatorNorm {
    private OperatorNorm() {}

    /**
     * An upper estimate. Cost: 2 r products, and up to 200 more.
     *
     * @param r columns of v, may be 0
     * @param v n rows of r numbers, columns orthonormal
     */
    public static double upper(LinearMap map, int r, double[] v, RandomGenerator random) {
        int m = map.m();
        int n = map.n();
        if (r == 0) {
            return new Lanczos(100, 1e-9).leading(map, random).upper();
        }
        double[] image = new double[m * r];
        map.multiply(r, v, image);
        double inside = largest(r, Tall.cross(m, r, r, image, image));
        double[] back = new double[n * r];
        map.transposed(r, image, back);
        remove(n, r, v, r, back);
        double across = Math.sqrt(Vectors.dot(back.length, back, 0, back, 0));
        double outside =
                new Lanczos(100, 1e-4).leading(new Beside(map, r, v), random).upper();
        outside *= outside;
        double half = 0.5 * (inside - outside);
        return Math.sqrt(0.5 * (inside + outside) + Math.hypot(half, across));
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
