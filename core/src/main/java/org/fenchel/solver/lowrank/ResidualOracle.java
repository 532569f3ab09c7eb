package org.fenchel.solver.lowrank;

import java.util.SplittableRandom;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.Tall;
import org.fenchel.problem.LowRankMatrix;

/** The oracle of conditional gradients for the nuclear norm: leading singular pairs of c - x, each call begun with the last answer. Calls are counted. */
final class ResidualOracle {
    private static final int STEPS = 60;

    private final SplittableRandom random;
    private double[] lastRight = new double[0];
    private long calls;

    ResidualOracle(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Calls so far. */
    long calls() {
        return calls;
    }

    /**
     * The leading pairs.
     *
     * @param mu values up to this are of no interest
     * @param wanted how many pairs at most
     */
    Lanczos.Triples leading(LinearMap c, LowRankMatrix x, double mu, int wanted) {
        calls++;
        double[] start = lastRight.length == c.n() ? lastRight : new double[c.n()];
        Lanczos.Triples found = new Lanczos(STEPS, 1e-4).leading(new Residual(c, x), start, random, wanted, mu);
        if (found.count() > 0) {
            lastRight = Tall.columns(c.n(), found.count(), found.right(), 0, 1);
        }
        return found;
    }
}
