package org.fenchel.problem.lowrank;

import java.util.SplittableRandom;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.Tall;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;

/**
 * Certificates of one run. A bound once proven holds for good, and most looks at a run need no new one: a few steps of Lanczos' method,
 * begun with the last vector, say from below how good a proof could be at best. The proof is made where that is enough, or four times as good as
 * the last; a look costs some ten products, a proof some hundreds.
 */
public final class GapProofs {
    private static final int LOOK = 6;
    private static final double WORTH = 0.25;

    private final LowRankFit problem;
    private final SplittableRandom random = new SplittableRandom(17);
    private double[] vector;
    private double proven = Double.NEGATIVE_INFINITY;

    /** Nothing is proven yet. */
    public GapProofs(LowRankFit problem) {
        this.problem = problem;
        vector = new double[problem.entries().n()];
    }

    /**
     * A certificate of a solution.
     *
     * @param enough relative gap with which the caller is content; infinity for the best proof there is now
     * @param duals any vectors for the entries
     */
    public Certificate prove(Solution.LowRank solution, double enough, double[]... duals) {
        double primal = problem.objective(solution);
        double[] best = duals[0];
        double hoped = hope(duals[0]);
        for (int k = 1; k < duals.length; k++) {
            double other = hope(duals[k]);
            if (other > hoped) {
                hoped = other;
                best = duals[k];
            }
        }
        Certificate.DualityGap at = gap(primal, hoped);
        boolean worth = at.bound() <= WORTH * (primal - proven) || at.relativeGap() <= enough;
        if (hoped > proven && worth) {
            Certificate now = problem.certify(solution, best);
            proven = Math.max(proven, ((Certificate.DualityGap) now).dual());
        }
        return gap(primal, proven);
    }

    private static Certificate.DualityGap gap(double primal, double dual) {
        return new Certificate.DualityGap(primal, dual, Double.POSITIVE_INFINITY);
    }

    /** A number that no bound from u exceeds. */
    private double hope(double[] u) {
        double[] inside = u.clone();
        problem.fit().projectDual(inside, problem.entries().value());
        SparsePlusLowRank map = new SparsePlusLowRank(problem.entries());
        map.set(0, LowRankMatrix.zero(map.m(), map.n()), 1, inside);
        Lanczos.Triples found = new Lanczos(LOOK, 1e-6).leading(map, vector, random, 1, 0);
        double norm = found.count() == 0 ? 0 : found.values()[0];
        if (found.count() > 0) {
            vector = Tall.columns(map.n(), 1, found.right(), 0, 1);
        }
        double scale = norm > problem.nuclear() ? problem.nuclear() / norm : 1;
        return -problem.fit().conjugate(inside, scale, problem.entries().value());
    }
}
