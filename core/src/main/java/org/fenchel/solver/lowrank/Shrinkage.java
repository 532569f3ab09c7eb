package org.fenchel.solver.lowrank;

import java.util.SplittableRandom;
import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.Tall;
import org.fenchel.problem.LowRankMatrix;

/**
 * Singular value thresholding of matrices that change little from one to the next: block subspace iteration that begins with the last
 * answer's vectors and some below the threshold, so that a new direction is seen coming. The block grows when none of its values is below.
 *
 * <p>Cost of a sweep with k vectors: 2 k products, and some 6 (m + n) k^2 multiply-adds.
 */
public final class Shrinkage {
    /** Directions below the threshold that are kept. */
    private static final int BELOW = 6;

    private final int m;
    private final int n;
    private final SplittableRandom random;
    private int width;
    private double[] block;

    /** Begins with a random block beside the vectors of a guess. */
    public Shrinkage(LowRankMatrix guess, long seed) {
        m = guess.m();
        n = guess.n();
        random = new SplittableRandom(seed);
        width = 0;
        block = new double[0];
        widen(guess, BELOW + 4);
    }

    /**
     * The proximal point of threshold times the nuclear norm, nearly.
     *
     * @param sweeps of the subspace iteration, at least 1; more where the block turns out too small
     */
    public LowRankMatrix shrink(LinearMap map, double threshold, int sweeps) {
        int full = Math.min(m, n);
        for (int sweep = 1; ; sweep++) {
            double[] q = new double[m * width];
            map.multiply(width, block, q);
            int p = Tall.orthonormalise(m, width, q);
            double[] w = new double[n * p];
            map.transposed(p, q, w);
            double[] basis = w.clone();
            int r = Tall.orthonormalise(n, p, basis);
            if (r == 0) {
                return LowRankMatrix.zero(m, n);
            }
            if (sweep < sweeps) {
                width = r;
                block = basis;
                continue;
            }
            LowRankMatrix all = LowRankMatrix.rotated(m, n, p, r, q, Tall.cross(n, p, r, w, basis), basis);
            LowRankMatrix shrunk = all.shrunk(threshold);
            boolean tooSmall = shrunk.rank() == all.rank() && all.rank() < full && p == width;
            int below = Math.min(full - shrunk.rank(), tooSmall ? BELOW + shrunk.rank() / 2 : BELOW);
            widen(all.leading(shrunk.rank() + below), shrunk.rank() + below);
            if (!tooSmall || sweep >= sweeps + 3) {
                return shrunk;
            }
        }
    }

    /** The right vectors of a matrix, with random ones up to so many. */
    private void widen(LowRankMatrix vectors, int to) {
        int least = Math.min(Math.min(m, n), to);
        int have = Math.min(least, vectors.rank());
        double[] fresh = new double[n * (least - have)];
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = random.nextGaussian();
        }
        block = Tall.beside(n, have, vectors.leading(have).right(), least - have, fresh);
        width = least > have ? Tall.orthonormalise(n, least, block) : least;
    }
}
