package org.fenchel.solver.lowrank;

import java.util.SplittableRandom;
import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.Tall;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.SparsePlusLowRank;
import org.fenchel.solver.OracleWork;
import org.fenchel.solver.mirror.CompositeConditionalGradient;
import org.fenchel.solver.mirror.CompositeConditionalGradient.Answer;
import org.fenchel.solver.mirror.CompositeConditionalGradient.Reached;
import org.fenchel.solver.mirror.CompositeConditionalGradient.Steps;

/**
 * The eps-prox-mapping of the nuclear norm by {@link CompositeConditionalGradient},
 *
 * <pre>min { |x - c|^2 / 2 + mu v : ||x||_* at most v, v at most R },   c = centre + P's.</pre>
 *
 * <p>With sigma the leading singular value of c - x, the oracle answers 0 or R times its pair, and the accuracy certificate
 *
 * <pre>{@code delta = <x - c, x> + mu v + R max(0, sigma - mu)}</pre>
 *
 * <p>is how far x is from optimal at most, and the left side of the eps-prox inequality at its worst. v is the nuclear norm itself, which is
 * always allowed; at the best point of a subspace all of delta but the last term vanishes. sigma is Lanczos' value and what its residual, beside the next value,
 * leaves open.
 *
 * <p>Cost of a call of the oracle: up to 60 products with c - x and its transpose, for {@link Inner#SWEEP} one with each vector of the block.
 */
final class NuclearProx {
    private static final int STEPS = 60;
    private static final int PAIRS = 12;

    private final Inner inner;
    private final ObservedEntries places;
    private final SparsePlusLowRank centre;
    private final SplittableRandom random;
    private final long seed;
    private double radius;
    private Shrinkage shrinkage;
    private double[] lastRight;
    private long calls;
    private double delta;

    /** @param radius R, for which ||x||_* is at most R at the solution */
    NuclearProx(Inner inner, ObservedEntries places, double radius, long seed) {
        this.inner = inner;
        this.places = places;
        this.radius = radius;
        this.seed = seed;
        centre = new SparsePlusLowRank(places);
        random = new SplittableRandom(seed);
        shrinkage = new Shrinkage(LowRankMatrix.zero(places.m(), places.n()), seed);
        lastRight = new double[places.n()];
    }

    OracleWork work() {
        return new OracleWork(calls, centre.products());
    }

    /** The certificate of the last answer, or of the point before it where the calls were used up. */
    double delta() {
        return delta;
    }

    /** R, where a smaller one has become known. */
    void within(double smaller) {
        radius = Math.min(radius, smaller);
    }

    double radius() {
        return radius;
    }

    /** Begins again with the vectors of a point. */
    void startAt(LowRankMatrix x) {
        shrinkage = new Shrinkage(x, seed);
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
        Reached<LowRankMatrix> reached = switch (inner) {
            case PLAIN, LINE, PLANE ->
                CompositeConditionalGradient.minimise(new AtomSteps(this, inner, low, factor, s, mu), start, eps, most);
            case SUBSPACE, BLOCK -> {
                Spanned spanned = new Spanned(mu);
                yield CompositeConditionalGradient.minimise(spanned, spanned.first(start), eps, most);
            }
            case SWEEP -> swept(mu, eps, most);
        };
        delta = reached.delta();
        return reached.point();
    }

    /** Sweeps, each a call; where a certificate is wanted, one more call for it after each. */
    private Reached<LowRankMatrix> swept(double mu, double eps, int most) {
        LowRankMatrix x = LowRankMatrix.zero(places.m(), places.n());
        double certificate = Double.NaN;
        for (int call = 0; call < most; call++) {
            calls++;
            x = shrinkage.shrink(centre, mu, 1);
            if (eps >= 0) {
                certificate = radius * Math.max(0, above(oracle(x, 2, certificateTolerance(eps, mu))) - mu);
                if (certificate <= eps) {
                    break;
                }
            }
        }
        return new Reached<>(x, certificate);
    }

    /** The residual that leaves room for a certificate of eps. */
    private double certificateTolerance(double eps, double mu) {
        return Math.min(1e-2, Math.max(1e-9, Math.sqrt(0.1 * Math.max(0, eps) / (radius * mu))));
    }

    /** sigma, and what the residual leaves open: its square over the distance to the next value, where there is one. */
    static double above(Lanczos.Triples found) {
        if (found.count() == 0) {
            return 0;
        }
        double residual = found.residuals()[0];
        double apart = found.count() > 1 ? found.values()[0] - found.values()[1] : 0;
        return found.values()[0] + (apart > residual ? residual * residual / apart : residual);
    }

    double[] product(int r, double[] v) {
        double[] image = new double[places.m() * r];
        centre.multiply(r, v, image);
        return image;
    }

    /** Leading singular triples of c - x. */
    Lanczos.Triples oracle(LowRankMatrix x, int wanted, double tolerance) {
        calls++;
        Lanczos.Triples found =
                new Lanczos(STEPS, tolerance).leading(new Residual(centre, x), lastRight, random, wanted, 0);
        if (found.count() > 0) {
            lastRight = Tall.columns(places.n(), found.count(), found.right(), 0, 1);
        }
        return found;
    }

    ObservedEntries places() {
        return places;
    }

    /** x = U soft(U'cV) V' for growing U and V. */
    private final class Spanned implements Steps<LowRankMatrix, Lanczos.Triples> {
        private final double mu;

        Spanned(double mu) {
            this.mu = mu;
        }

        LowRankMatrix first(LowRankMatrix start) {
            return best(start.rank(), start.left(), start.rank(), start.right());
        }

        private LowRankMatrix best(int p, double[] u, int r, double[] v) {
            int m = places.m();
            int n = places.n();
            return p == 0 || r == 0
                    ? LowRankMatrix.zero(m, n)
                    : LowRankMatrix.rotated(m, n, p, r, u, Tall.cross(m, p, r, u, product(r, v)), v)
                            .shrunk(mu);
        }

        @Override
        public Answer<Lanczos.Triples> oracle(LowRankMatrix x) {
            Lanczos.Triples found = NuclearProx.this.oracle(x, inner == Inner.BLOCK ? PAIRS : 2, 1e-3);
            double upper = radius * Math.max(0, above(found) - mu);
            boolean none = found.count() == 0 || found.values()[0] <= mu;
            return new Answer<>(found, none ? Math.min(upper, 0) : upper);
        }

        @Override
        public LowRankMatrix next(int t, LowRankMatrix x, Lanczos.Triples found) {
            int fresh = 0;
            int most = inner == Inner.BLOCK ? found.count() : 1;
            while (fresh < most && found.values()[fresh] > mu) {
                fresh++;
            }
            int m = places.m();
            int n = places.n();
            int width = x.rank() + fresh;
            double[] left = Tall.columns(m, found.count(), found.left(), 0, fresh);
            double[] right = Tall.columns(n, found.count(), found.right(), 0, fresh);
            double[] u = Tall.beside(m, x.rank(), x.left(), fresh, left);
            double[] v = Tall.beside(n, x.rank(), x.right(), fresh, right);
            int p = Tall.orthonormalise(m, width, u);
            int r = Tall.orthonormalise(n, width, v);
            return best(p, u, r, v);
        }
    }
}
