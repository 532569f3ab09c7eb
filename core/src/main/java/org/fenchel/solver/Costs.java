package org.fenchel.solver;

import org.fenchel.data.DenseRows;
import org.fenchel.data.Rows;
import org.fenchel.problem.FiniteSum;

/**
 * What methods cost on a problem, in nanoseconds of one core of a usual machine: from the shapes of the data and constants that were
 * measured once, never from a clock, so that choices made by them are the same everywhere and every time.
 *
 * @param pass one pass of coordinate ascent
 * @param newtonStep one step of a second-order method on all rows
 * @param newtonFit as many of them as a fit to six digits takes
 */
public record Costs(double pass, double newtonStep, double newtonFit) {
    /** Above this order the Newton system is solved by conjugate gradients. */
    private static final double LARGEST_FACTOR = 2000;

    private static final double SMOOTH_STEPS = 7;
    private static final double KINKED_STEPS = 25;

    /** The costs on this problem. */
    public static Costs of(FiniteSum problem) {
        Rows rows = problem.rows();
        boolean dense = rows instanceof DenseRows;
        double n = problem.n();
        double d = problem.d();
        double entries = rows.nonZeros();
        double pass = dense ? n * (80 + 0.6 * d) : 80 * n + 4 * entries;
        double products = 60 * n + entries * (dense ? 1 : 4);
        double system = Math.min(n, d) > LARGEST_FACTOR
                ? 60 * 2.5 * entries
                : gram(dense, n, d, entries) + 0.1 * d * d * Math.min(n, d) / 3;
        double step = products + system;
        return new Costs(pass, step, step * (problem.loss().differentiable() ? SMOOTH_STEPS : KINKED_STEPS));
    }

    private static double gram(boolean dense, double n, double d, double entries) {
        double multiplyAdds = n * d * Math.min(n, d) / 2;
        return dense ? 0.1 * multiplyAdds : Math.min(multiplyAdds, entries * (entries / n) / 2);
    }
}
