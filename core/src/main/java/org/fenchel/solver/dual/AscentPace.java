package org.fenchel.solver.dual;

import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.Costs;

/**
 * Watches how fast the ascent gains and says when second-order steps would be cheaper: when three more digits by ascent, at the
 * rate seen, cost more than a Newton fit.
 */
final class AscentPace {
    private static final int WINDOW = 4;

    private final double pass;
    private final double fit;
    private final double[] gains = new double[WINDOW + 1];
    private int observed;

    AscentPace(FiniteSum problem) {
        this(Costs.of(problem).pass(), Costs.of(problem).newtonFit());
    }

    /**
     * @param pass cost of a pass
     * @param fit cost of a second-order fit in the same unit
     */
    AscentPace(double pass, double fit) {
        this.pass = pass;
        this.fit = fit;
    }

    /**
     * @param gain of a pass
     * @param part of the rows that it visited
     */
    void observe(double gain, double part) {
        System.arraycopy(gains, 0, gains, 1, WINDOW);
        gains[0] = gain / Math.max(part, 1e-3);
        observed++;
    }

    boolean isSlow() {
        if (observed <= WINDOW) {
            return false;
        }
        double ratio = gains[0] / gains[WINDOW];
        double logRate = ratio > 0 ? Math.log(ratio) / WINDOW : Double.NEGATIVE_INFINITY;
        double passesLeft = logRate < 0 ? Math.log(1e-3) / logRate : Double.POSITIVE_INFINITY;
        return passesLeft * pass > fit;
    }
}
