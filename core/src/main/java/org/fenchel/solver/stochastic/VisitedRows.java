package org.fenchel.solver.stochastic;

import java.util.OptionalDouble;
import org.fenchel.problem.FiniteSum;

/** The rows of a pass in the order of their visits, and the margin of each just before it was used. */
final class VisitedRows {
    private final FiniteSum problem;
    private final int[] rows;
    private final double[] margins;
    private int count;

    VisitedRows(FiniteSum problem) {
        this.problem = problem;
        rows = new int[problem.n()];
        margins = new double[problem.n()];
    }

    /** A pass begins. */
    void begin() {
        count = 0;
    }

    void add(int row, double margin) {
        rows[count] = row;
        margins[count++] = margin;
    }

    /** Weighted mean of the losses at these margins; none before the first visit. */
    OptionalDouble meanLoss() {
        double sum = 0;
        double total = 0;
        for (int k = 0; k < count; k++) {
            double share = problem.shares()[rows[k]];
            sum += share * problem.loss().value(margins[k], problem.targets()[rows[k]]);
            total += share;
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
    }
}
