package org.fenchel.solver.links;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Hinge;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.solver.Run;
import org.fenchel.solver.lowrank.Shrinkage;
import org.jspecify.annotations.Nullable;

/**
 * Douglas-Rachford splitting of hinge and l1, whose joint prox has a closed form, from the nuclear norm:
 *
 * <pre>
 * W  = prox_(gamma (hinge + l1))(Z),  M = (Z - W) / gamma
 * X+ = soft_(gamma nuclear)(W - gamma M)
 * Z+ = X+ + gamma M
 * </pre>
 *
 * where soft lowers the singular values, by a subspace iteration that begins where the last one ended ({@link Shrinkage}). Z is the only
 * full matrix. M is a dual point at no cost.
 *
 * <p>Cost of a step for rank k: some 3 k m n multiply-adds. Without an l1 norm M is 0 off the known pairs, and the problem is one of
 * {@link LowRankFit}, for which no full matrix is needed: 4 k (N + k (m + n)).
 *
 * <p>Source: P.-L. Lions, B. Mercier (1979); J. Eckstein, D. Bertsekas (1992).
 *
 * @param step gamma; 0 to balance |X| / 4 against |M| during the first hundred steps
 */
@AutoService(LinkSolver.class)
@Described("splitting with warm-started singular value thresholding: the quickest to high accuracy")
public record DouglasRachford(double step) implements LinkSolver {
    /** A step that is found. */
    public DouglasRachford() {
        this(0);
    }

    /**
     * Checks the parameter.
     *
     * @throws InvalidInput if it is out of its range
     */
    public DouglasRachford {
        if (!(step >= 0) || Double.isInfinite(step)) {
            throw InvalidInput.of("step=" + step, "give a positive number, or 0 to have it found");
        }
    }

    @Override
    public Run<Solution.LowRank> start(LinkFit problem, long seed, Solution.@Nullable LowRank start) {
        if (problem.l1() == 0) {
            LowRankFit sparse = LowRankFit.of(problem.pairs(), new MeanLoss(new Hinge()), problem.nuclear());
            return new org.fenchel.solver.lowrank.DouglasRachford(step).start(sparse, seed, start);
        }
        return new Steps(problem, seed, start, step);
    }

    /** The method at work. */
    private static final class Steps extends Splitting {
        private final Shrinkage shrinkage;

        Steps(LinkFit problem, long seed, Solution.@Nullable LowRank start, double step) {
            super(problem, start, step);
            shrinkage = new Shrinkage(x, seed);
        }

        @Override
        LowRankMatrix next() {
            return shrinkage.shrink(split.reflected(), split.gamma() * problem.nuclear(), steps() < 10 ? 2 : 1);
        }
    }
}
