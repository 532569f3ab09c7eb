package org.fenchel.solver.stochastic;

import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.VectorSum;

/**
 * Lipschitz constants of the gradients of single rows' losses, n s_i l'' (||x_i||^2 + 1), the 1 for an intercept: their largest
 * and their weighted mean, which bounds that of the full gradient.
 *
 * <p>Where a loss's derivative is not Lipschitz there is no such constant. A loss with kinks counts as if its second derivative
 * were at most 1. Of others the second derivatives at the start and near the loss's own minimiser, that is where the target is
 * met, stand in: right about where a run begins and ends, and no bound on the way.
 *
 * @param largest over rows
 * @param mean weighted mean of l'' (||x_i||^2 + 1)
 * @param rows their number
 */
record Curvature(double largest, double mean, int rows) {
    /** A proximal step so long leads next to the loss's minimiser, or far out where it has none. */
    private static final double FAR = 1e6;

    /** Of a problem near a start. Cost: two passes. */
    static Curvature of(FiniteSum problem, Linear start) {
        Loss loss = problem.loss();
        int n = problem.n();
        double ones = problem.intercept() ? 1 : 0;
        double largest = 0;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            double bend = loss.smoothness();
            if (!loss.differentiable()) {
                bend = 1;
            } else if (Double.isInfinite(bend)) {
                double z = problem.rows().dot(i, start.weights()) + start.intercept() + problem.offsets()[i];
                bend = local(loss, z, problem.targets()[i]);
            }
            double row = problem.shares()[i] * bend * (problem.rows().squaredNorm(i) + ones);
            largest = Math.max(largest, n * row);
            mean += row;
        }
        return largest > 0 ? new Curvature(largest, mean, n) : new Curvature(1, 1, n);
    }

    /** Of a problem of several margins a row. Cost: a pass. */
    static Curvature of(VectorSum problem) {
        int n = problem.n();
        double ones = problem.intercept() ? 1 : 0;
        double largest = 0;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            double row = problem.shares()[i]
                    * problem.loss().smoothness()
                    * (problem.rows().squaredNorm(i) + ones);
            largest = Math.max(largest, n * row);
            mean += row;
        }
        return largest > 0 ? new Curvature(largest, mean, n) : new Curvature(1, 1, n);
    }

    private static double local(Loss loss, double z, double y) {
        double here = loss.secondDerivative(z, y);
        double there = loss.secondDerivative(loss.prox(z, FAR, y), y);
        return Math.max(Double.isFinite(here) ? here : 0, Double.isFinite(there) ? there : 0);
    }

    /**
     * The constant that counts for the mean of m rows drawn at random: between the largest for one and the mean for all. R. Gower et
     * al., "SGD: general analysis and improved rates", ICML 2019, proposition 3.8.
     */
    double ofBatch(int m) {
        if (rows == 1) {
            return largest;
        }
        double n = rows;
        return (n * (m - 1) * mean + (n - m) * largest) / (m * (n - 1));
    }
}
