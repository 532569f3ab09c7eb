package org.fenchel.solver.lowrank;

import java.util.SplittableRandom;
import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.Tall;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.SparsePlusLowRank;

/**
 * Composite conditional gradients (Algorithm 2 of He and Harchaoui 2015) for the eps-prox-mapping of the nuclear norm:
 *
 * <pre>min { |x - c|^2 / 2 + mu v : ||x||_* at most v, v at most R },   c = centre + P's.</pre>
 *
 * <p>With sigma the leading singular value of c - x, the oracle answers 0 or R times its pair, and the accuracy certificate
 *
 * <pre>delta = &lt;x - c, x> + mu v + R max(0, sigma - mu)</pre>
 *
 * is at least the distance of the objective from its minimum and, what Mirror Prox asks for, the left side of the eps-prox inequality at its
 * worst. sigma is taken with its residual added. v is the nuclear norm itself, which is always allowed.
 *
 * <p>Cost of a call of the oracle: up to 60 products with c - x and its transpose. Points are kept as factors.
 */
final class NuclearProx {
    private static final int STEPS = 60;
    private static final int PAIRS = 12;

    private final Inner inner;
    private final ObservedEntries places;
    private final double radius;
    private final SparsePlusLowRank centre;
    private final SplittableRandom random;
    private final double[] fitted;
    private double[] lastRight;
    private long calls;
    private double delta;

    /** @param radius R, for which ||x||_* is at most R at the solution */
    NuclearProx(Inner inner, ObservedEntries places, double radius, long seed) {
        this.inner = inner;
        this.places = places;
        this.radius = radius;
        centre = new SparsePlusLowRank(places);
        random = new SplittableRandom(seed);
        fitted = new double[places.count()];
        lastRight = new double[places.n()];
    }

    /** Calls of the oracle so far. */
    long calls() {
        return calls;
    }

    /** Products with single vectors so far. */
    long products() {
        return centre.products();
    }

    /** The certificate of the last answer, or of the point before it where the calls were used up. */
    double delta() {
        return delta;
    }

    /**
     * An eps-prox-mapping.
     *
     * @param low the part of c of low rank
     * @param factor of s
     * @param s numbers on Omega
     * @param mu weight of the norm
     * @param start where to begin
     * @param eps certificate to stop at
     * @param most calls of the oracle
     */
    LowRankMatrix solve(
            LowRankMatrix low, double factor, double[] s, double mu, LowRankMatrix start, double eps, int most) {
        centre.set(1, low, factor, s);
        return inner == Inner.SUBSPACE || inner == Inner.BLOCK
                ? spanned(mu, start, eps, most)
                : atomByAtom(low, factor, s, mu, start, eps, most);
    }

    /** x = U soft(U'cV) V' for growing U and V. */
    private LowRankMatrix spanned(double mu, LowRankMatrix start, double eps, int most) {
        int m = places.m();
        int n = places.n();
        double[] u = start.left().clone();
        double[] v = start.right().clone();
        int p = start.rank();
        int r = start.rank();
        for (int call = 1; ; call++) {
            LowRankMatrix x = LowRankMatrix.zero(m, n);
            if (p > 0 && r > 0) {
                double[] image = new double[m * r];
                centre.multiply(r, v, image);
                x = LowRankMatrix.rotated(m, n, p, r, u, Tall.cross(m, p, r, u, image), v)
                        .shrunk(mu);
            }
            if (call > most) {
                return x;
            }
            Lanczos.Triples found = oracle(x, mu, inner == Inner.BLOCK ? PAIRS : 1);
            delta = radius * Math.max(0, found.upper() - mu); // the rest of it is 0 at a best point of a subspace
            int fresh = 0;
            while (fresh < found.count() && found.values()[fresh] > mu) {
                fresh++;
            }
            if (delta <= eps || fresh == 0) {
                return x;
            }
            int had = x.rank();
            double[] left = Tall.columns(m, found.count(), found.left(), 0, fresh);
            double[] right = Tall.columns(n, found.count(), found.right(), 0, fresh);
            u = Tall.beside(m, had, x.left(), fresh, left);
            v = Tall.beside(n, had, x.right(), fresh, right);
            p = Tall.orthonormalise(m, had + fresh, u);
            r = Tall.orthonormalise(n, had + fresh, v);
        }
    }

    private LowRankMatrix atomByAtom(
            LowRankMatrix low, double factor, double[] s, double mu, LowRankMatrix start, double eps, int most) {
        LowRankMatrix x = start;
        for (int call = 1; call <= most; call++) {
            Lanczos.Triples found = oracle(x, mu, 1);
            x.entries(places, fitted);
            double along = low.dot(x) + factor * Vectors.dot(s.length, s, 0, fitted, 0); // <c, x>
            double size = x.squaredNorm();
            double norm = x.nuclearNorm();
            delta = size - along + mu * norm + radius * Math.max(0, found.upper() - mu);
            if (delta <= eps) {
                return x;
            }
            boolean away = found.count() > 0 && found.values()[0] > mu;
            double sigma = away ? found.values()[0] : 0;
            LowRankMatrix atom = away
                    ? LowRankMatrix.decomposed(x.m(), x.n(), new double[] {radius}, found.left(), found.right())
                    : LowRankMatrix.zero(x.m(), x.n());
            // <x, atom>, <c, atom> = <x, atom> + radius sigma
            double both = atom.dot(x);
            double gap = size - along + mu * norm + radius * Math.max(0, sigma - mu);
            double atomSize = away ? radius * radius : 0;
            double a;
            double b;
            if (inner == Inner.PLAIN) {
                b = 2.0 / (call + 1);
                a = 1 - b;
            } else {
                double distance = atomSize - 2 * both + size;
                b = distance > 0 ? Math.min(1, Math.max(0, gap / distance)) : 0;
                a = 1 - b;
                double atomNorm = away ? radius : 0;
                double[] best = inner == Inner.PLANE
                        ? plane(size, both, atomSize, along - mu * norm, both + radius * sigma - mu * atomNorm)
                        : new double[] {a, b};
                if (best[0] * norm + best[1] * atomNorm <= radius) {
                    a = best[0];
                    b = best[1];
                }
            }
            x = x.combined(a, b, atom);
        }
        return x;
    }

    /** Minimises (a^2 xx + 2ab xy + b^2 yy) / 2 - a cx - b cy over a, b from 0 on. */
    private static double[] plane(double xx, double xy, double yy, double cx, double cy) {
        double determinant = xx * yy - xy * xy;
        if (determinant > 1e-14 * xx * yy) {
            double a = (cx * yy - cy * xy) / determinant;
            double b = (cy * xx - cx * xy) / determinant;
            if (a >= 0 && b >= 0) {
                return new double[] {a, b};
            }
        }
        double a = xx > 0 ? Math.max(0, cx / xx) : 0;
        double b = yy > 0 ? Math.max(0, cy / yy) : 0;
        boolean first = a * cx >= b * cy;
        return new double[] {first ? a : 0, first ? 0 : b};
    }

    private Lanczos.Triples oracle(LowRankMatrix x, double mu, int wanted) {
        calls++;
        Lanczos.Triples found = new Lanczos(STEPS, 1e-4).leading(new Minus(centre, x), lastRight, random, wanted, mu);
        if (found.count() > 0) {
            lastRight = Tall.columns(places.n(), found.count(), found.right(), 0, 1);
        }
        return found;
    }

    /** c - x, known by its products. */
    private record Minus(LinearMap c, LowRankMatrix x) implements LinearMap {
        @Override
        public int m() {
            return c.m();
        }

        @Override
        public int n() {
            return c.n();
        }

        @Override
        public void multiply(int k, double[] v, double[] out) {
            c.multiply(k, v, out);
            subtract(m(), n(), x.scaledLeft(1), x.right(), k, v, out);
        }

        @Override
        public void transposed(int k, double[] u, double[] out) {
            c.transposed(k, u, out);
            subtract(n(), m(), x.right(), x.scaledLeft(1), k, u, out);
        }

        private void subtract(int rows, int inner, double[] a, double[] b, int k, double[] v, double[] out) {
            int r = x.rank();
            if (r == 0) {
                return;
            }
            double[] part = Tall.cross(inner, r, k, b, v);
            double[] product = new double[rows * k];
            Tall.multiply(rows, r, k, a, part, product);
            Vectors.axpy(product.length, -1, product, 0, out, 0);
        }
    }
}
