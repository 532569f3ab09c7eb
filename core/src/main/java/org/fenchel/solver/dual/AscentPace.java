package org.fenchel.solver.dual;

import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.Costs;

/**
 * Watches how fast the ascent gains and says when second-order steps would be cheaper: when three more digits by ascent, at the
 * rate seen, cost more than a Newton fit. Not before the ascent has cost a quarter of such a fit: that is all that a wrong choice of
 * ascent can lose, and early rates say little.
 */
final class AscentPace {
    private static final int WINDOW = 4;
    private static final double TRIAL = 0.25;

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
        if (observed <= WINDOW || visited * costs.pass() < TRIAL * costs.newtonFit()) {
            return false;
        }
        double ratio = gains[0] / gains[WINDOW];
        double logRate = ratio > 0 ? Math.log(ratio) / WINDOW : Double.NEGATIVE_INFINITY;
        double passesLeft = logRate < 0 ? Math.log(1e-3) / logRate : Double.POSITIVE_INFINITY;
        return passesLeft * costs.pass() > costs.newtonFit();
    }
}
