package org.fenchel.solver.lowrank;

import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.Tall;
import org.fenchel.problem.LowRankMatrix;

/**
 * The eps-prox-mapping of mu ||x||_* at any c by conditional gradients that answer with the best matrix in the span of all singular pairs found so far, x =
 * U soft(U'cV) V' for growing U and V; they begin with those of a guess. That is at least as good as Algorithm 2's step (He and Harchaoui 2015), and what is left of its
 * certificate is R max(0, sigma - mu), sigma the leading singular value of c - x.
 *
 * <p>Cost of a call of the oracle: up to 60 products with c and its transpose, and 2 r for ranks r.
 */
public final class SubspaceProx {
    private final int pairs;
    private final double radius;
    private final ResidualOracle oracle;
    private double delta;

    /**
     * Settings.
     *
     * @param pairs that one call of the oracle may add
     * @param radius R, for which ||x||_* is at most R at the solution
     */
    public SubspaceProx(int pairs, double radius, long seed) {
        this(pairs, radius, new ResidualOracle(seed));
    }

    SubspaceProx(int pairs, double radius, ResidualOracle oracle) {
        this.pairs = pairs;
        this.radius = radius;
        this.oracle = oracle;
    }

    /** Calls of the oracle so far. */
    public long calls() {
        return oracle.calls();
    }

    /** The certificate of the last answer, or of the point before it where the calls were used up. */
    public double delta() {
        return delta;
    }

    /**
     * An eps-prox-mapping.
     *
     * @param c its centre
     * @param mu weight of the norm
     * @param start where to begin
     * @param eps certificate to stop at
     * @param most calls of the oracle
     */
    public LowRankMatrix solve(LinearMap c, double mu, LowRankMatrix start, double eps, int most) {
        int m = c.m();
        int n = c.n();
        double[] u = start.left().clone();
        double[] v = start.right().clone();
        int p = start.rank();
        int r = start.rank();
        for (int call = 1; ; call++) {
            LowRankMatrix x = LowRankMatrix.zero(m, n);
            if (p > 0 && r > 0) {
                double[] image = new double[m * r];
                c.multiply(r, v, image);
                x = LowRankMatrix.rotated(m, n, p, r, u, Tall.cross(m, p, r, u, image), v)
                        .shrunk(mu);
            }
            if (call > most) {
                return x;
            }
            Lanczos.Triples found = oracle.leading(c, x, mu, pairs);
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
}
