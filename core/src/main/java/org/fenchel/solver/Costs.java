package org.fenchel.solver;

import org.fenchel.data.DenseRows;
import org.fenchel.data.Rows;
import org.fenchel.problem.FiniteSum;

/**
 * What methods cost on a problem, in nanoseconds of one core of a usual machine: from the shapes of the data and constants that were
 * measured once, never from a clock, so that choices made by them are the same everywhere and every time.
 *
 * @param pass one pass of coordinate ascent with its part of the certificates
 * @param newtonStep one step of a second-order method on all rows
 * @param newtonFit as many of them as a fit to six digits takes
 */
public record Costs(double pass, double newtonStep, double newtonFit) {
    /** Above this order the Newton system is solved by conjugate gradients. */
    private static final double LARGEST_FACTOR = 2000;

    private static final double SMOOTH_STEPS = 7;
    private static final double KINKED_STEPS = 40;

    /** The costs on this problem. */
    public static Costs of(FiniteSum problem) {
        Rows rows = problem.rows();
        boolean dense = rows instanceof DenseRows;
        double n = problem.n();
        double d = problem.d();
        double entries = rows.nonZeros();
        // each pass with its part of the certificates
        double pass = dense ? n * (180 + 1.2 * d) : 180 * n + 8 * entries;
        double products = 60 * n + entries * (dense ? 1 : 4);
        double system = Math.min(n, d) > LARGEST_FACTOR
                ? 22 * entries
                : gram(dense, n, d, entries) + 0.1 * d * Math.min(n, d) * Math.min(n, d) / 3;
        double step = products + system;
        return new Costs(pass, step, step * (problem.loss().differentiable() ? SMOOTH_STEPS : KINKED_STEPS));
    }

    /** On the columns' side by blocks and on all cores, on the rows' side pair by pair. */
    private static double gram(boolean dense, double n, double d, double entries) {
        if (n < d) {
            return 0.3 * n * n * (entries / n);
        }
        return dense ? 0.05 * n * d * d : entries * (entries / n) / 2;
    }
}
