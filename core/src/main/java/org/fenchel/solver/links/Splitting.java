package org.fenchel.solver.links;

import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.problem.links.SplitMatrix;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * What splitting methods for links share: a step takes the next matrix of low rank from the split one and adds it there. gamma is balanced as a quarter of |X| /
 * |M| during the first hundred steps, unless it is given.
 */
abstract class Splitting implements Run<Solution.LowRank> {
    private static final int BALANCED = 100;

    /** The leading direction is most of |X| and soon found; the others want a shorter step. */
    private static final double SHARE = 0.25;

    final LinkFit problem;
    final SplitMatrix split;
    LowRankMatrix x;
    private final boolean balances;
    private int steps;
    private int nextBalance = 4;

    /** @param step gamma, or 0 to have it found */
    Splitting(LinkFit problem, Solution.@Nullable LowRank start, double step) {
        this.problem = problem;
        balances = step == 0;
        x = start == null
                ? LowRankMatrix.zero(problem.pairs().m(), problem.pairs().n())
                : start.matrix();
        // at margins near 1 the hinge's half of N is near |X| / |M|
        split = new SplitMatrix(
                problem, x, step > 0 ? step : 0.5 * problem.pairs().count());
    }

    /** The next X. */
    abstract LowRankMatrix next();

    /** Steps so far. */
    final int steps() {
        return steps;
    }

    @Override
    public final void step() {
        x = next();
        split.absorb(x);
        steps++;
        if (balances && steps == nextBalance && steps <= BALANCED) {
            nextBalance += 1 + nextBalance / 2;
            double primal = Math.sqrt(x.squaredNorm());
            double dual = split.multiplierNorm();
            if (primal > 0 && dual > 0) {
                split.rescale(SHARE * primal / dual);
            }
        }
    }

    @Override
    public final Solution.LowRank solution() {
        return new Solution.LowRank(x);
    }

    @Override
    public final Certificate certificate() {
        return problem.certify(solution(), split);
    }

    @Override
    public final double passes() {
        return steps;
    }

    @Override
    public final OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    public final Health health() {
        return Double.isFinite(x.squaredNorm()) ? Health.WELL : Health.OVERFLOW;
    }
}
