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

    private static final double PATIENCE_WITHOUT_L2 = 0.25;

    /** What may be left to gain. */
    private static final double ENOUGH = 1e-7;

    private final double pass;
    private final double fit;

    /** Without l2 small gains say little about the distance, and ascent creeps. */
    private final boolean held;

    private final double[] gains = new double[WINDOW + 1];
    private int observed;
    private double visited;

    AscentPace(FiniteSum problem) {
        this(
                Costs.of(problem).ascentPass(),
                Costs.of(problem).newtonFit(),
                problem.penalty().l2() > 0);
    }

    /**
     * @param pass cost of a pass
     * @param fit cost of a second-order fit in the same unit
     * @param held whether the penalty has an l2 part
     */
    AscentPace(double pass, double fit, boolean held) {
        this.pass = pass;
        this.fit = fit;
        this.held = held;
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
        if (observed <= WINDOW || held && visited * pass < TRIAL * fit) {
            return false;
        }
        double ratio = gains[0] / gains[WINDOW];
        double rate = ratio > 0 ? Math.pow(ratio, 1.0 / WINDOW) : 0;
        if (held && rate < 1 && gains[0] * rate / (1 - rate) <= ENOUGH) {
            return false;
        }
        double passesLeft = rate < 1 && rate > 0 ? Math.log(1e-3) / Math.log(rate) : Double.POSITIVE_INFINITY;
        return passesLeft * pass > (held ? 1 : PATIENCE_WITHOUT_L2) * fit;
    }
}
