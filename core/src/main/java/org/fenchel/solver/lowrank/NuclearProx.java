package org.fenchel.solver.lowrank;

import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.Lanczos;
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
    private static final int PAIRS = 12;

    private final Inner inner;
    private final ObservedEntries places;
    private final double radius;
    private final SparsePlusLowRank centre;
    private final ResidualOracle oracle;
    private final SubspaceProx spanned;
    private final double[] fitted;
    private double delta;

    /** @param radius R, for which ||x||_* is at most R at the solution */
    NuclearProx(Inner inner, ObservedEntries places, double radius, long seed) {
        this.inner = inner;
        this.places = places;
        this.radius = radius;
        centre = new SparsePlusLowRank(places);
        oracle = new ResidualOracle(seed);
        spanned = new SubspaceProx(inner == Inner.BLOCK ? PAIRS : 1, radius, oracle);
        fitted = new double[places.count()];
    }

    /** Calls of the oracle so far. */
    long calls() {
        return oracle.calls();
    }

    /** Products with single vectors so far. */
    long products() {
        return centre.products();
    }

    /** The certificate of the last answer, or of the point before it where the calls were used up. */
    double delta() {
        return inner == Inner.SUBSPACE || inner == Inner.BLOCK ? spanned.delta() : delta;
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
                ? spanned.solve(centre, mu, start, eps, most)
                : atomByAtom(low, factor, s, mu, start, eps, most);
    }

    private LowRankMatrix atomByAtom(
            LowRankMatrix low, double factor, double[] s, double mu, LowRankMatrix start, double eps, int most) {
        LowRankMatrix x = start;
        for (int call = 1; call <= most; call++) {
            Lanczos.Triples found = oracle.leading(centre, x, mu, 1);
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
}
