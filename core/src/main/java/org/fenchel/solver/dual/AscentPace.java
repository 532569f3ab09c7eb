package org.fenchel.solver.dual;

import java.util.Arrays;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.Costs;

/**
 * Watches how fast the ascent gains and says when second-order steps would be cheaper: when what is left to gain for about six
 * digits, at the rate seen, costs more than a Newton fit. Not before the ascent has cost a part of such a fit: that is all that a
 * wrong choice of ascent can lose, and early rates say little.
 *
 * <p>Rates are those of the last third of the passes, at least four and at most {@link #LONGEST}, half against half, since gains
 * of single passes jump.
 */
final class AscentPace {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;

    /** Part of a Newton fit that is spent in any case. */
    private static final double TRIAL = 0.15;

    /** What may be left to gain. */
    private static final double ENOUGH = 1e-7;

    private final Costs costs;
    private final double[] gains = new double[LONGEST];
    private int observed;
    private double visited;

    AscentPace(FiniteSum problem) {
        costs = Costs.of(problem);
        Arrays.fill(gains, 0);
    }

    /**
     * @param gain of a pass
     * @param part of the rows that it visited
     */
    void observe(double gain, double part) {
        System.arraycopy(gains, 0, gains, 1, LONGEST - 1);
        gains[0] = gain / Math.max(part, 1e-3);
        observed++;
        visited += part;
    }

    boolean isSlow() {
        if (observed <= SHORTEST || visited * costs.ascentPass() < TRIAL * costs.newtonFit()) {
            return false;
        }
        int half = Math.max(SHORTEST, Math.min(LONGEST, observed / 3)) / 2;
        double late = 0;
        double early = 0;
        for (int k = 0; k < half; k++) {
            late += gains[k];
            early += gains[half + k];
        }
        return passesLeft(late / half, Math.pow(late / early, 1.0 / half)) * costs.ascentPass() > costs.newtonFit();
    }

    /**
     * @param gain of a pass
     * @param rate by which it shrinks from pass to pass
     */
    private static double passesLeft(double gain, double rate) {
        if (!(rate < 1)) {
            return Double.POSITIVE_INFINITY;
        }
        double left = gain * rate / (1 - rate);
        return left <= ENOUGH ? 0 : Math.log(ENOUGH / left) / Math.log(rate);
    }
}
