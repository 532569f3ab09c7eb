package org.fenchel.solver.dual;

import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.Costs;

/**
 * Watches how fast the ascent gains and says when second-order steps would be cheaper: when three more digits by ascent, at the
 * rate seen, cost more than a Newton fit. Not before the ascent has cost a quarter of such a fit, which is all that a wrong choice of
 * ascent can lose, since early rates say little; nor where next to nothing is left to gain.
 */
final class AscentPace {
    private static final int WINDOW = 4;
    private static final double TRIAL = 0.25;

    /** What may be left to gain. */
    private static final double ENOUGH = 1e-7;

    private final Costs costs;
    private final double[] gains = new double[WINDOW + 1];
    private int observed;
    private double visited;

    AscentPace(FiniteSum problem) {
        costs = Costs.of(problem);
    }

    /**
     * @param gain of a pass
     * @param part of the rows that it visited
     */
    void observe(double gain, double part) {
        System.arraycopy(gains, 0, gains, 1, WINDOW);
        gains[0] = gain / Math.max(part, 1e-3);
        observed++;
        visited += part;
    }

    boolean isSlow() {
        if (observed <= WINDOW || visited * costs.ascentPass() < TRIAL * costs.newtonFit()) {
            return false;
        }
        double ratio = gains[0] / gains[WINDOW];
        double rate = ratio > 0 ? Math.pow(ratio, 1.0 / WINDOW) : 0;
        if (rate < 1 && gains[0] * rate / (1 - rate) <= ENOUGH) {
            return false;
        }
        double passesLeft = rate < 1 && rate > 0 ? Math.log(1e-3) / Math.log(rate) : Double.POSITIVE_INFINITY;
        return passesLeft * costs.ascentPass() > costs.newtonFit();
    }
}
