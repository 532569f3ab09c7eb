package org.fenchel.solver.dual;

import org.fenchel.loss.LogSmooth;
import org.fenchel.problem.FiniteSum;

/**
 * Proven rates of dual coordinate ascent for a log-smooth loss with l2: a step shrinks the expected distance of the dual from its
 * optimum by the factor 1 - rate / n at least, n counting the rows that have a dual. Four of them: from the analysis by
 * log-smoothness or from the strong convexity that log-smoothness gives on the bounded region; with rows drawn uniformly or
 * in proportion to 1 / sigma_i. M. Bompaire, E. Bacry, S. Gaïffas, arXiv 1807.03545 (2018), theorems 2 and 5, table 1.
 *
 * @param logSmoothUniform min sigma_i
 * @param logSmoothImportance harmonic mean of sigma_i
 * @param stronglyConvexUniform min of the comparison's sigma_i
 * @param stronglyConvexImportance harmonic mean of the comparison's sigma_i
 */
public record ConvergenceRates(
        double logSmoothUniform,
        double logSmoothImportance,
        double stronglyConvexUniform,
        double stronglyConvexImportance) {

    /**
     * The rates of a problem.
     *
     * @param optimum optimal duals u, length n
     * @param bounds from {@link DualBounds}
     */
    public static ConvergenceRates of(FiniteSum problem, double[] optimum, double[] bounds) {
        double[] logSmooth = new double[problem.n()];
        double[] strong = new double[problem.n()];
        LogSmooth loss = (LogSmooth) problem.loss();
        int count = 0;
        for (int i = 0; i < problem.n(); i++) {
            double y = problem.targets()[i];
            double smoothness = loss.logSmoothness(y);
            if (smoothness > 0) {
                double a = loss.dualHigh(y) - optimum[i];
                // ||x_i||^2 / (l2 n L_i), with 1/n as the row's share
                double reach = problem.shares()[i]
                        * problem.rows().squaredNorm(i)
                        / (problem.penalty().l2() * smoothness);
                logSmooth[count] = 1 / (1 + 0.5 * reach * a * a * excess(bounds[i] / a));
                strong[count] = 1 / (1 + reach * bounds[i] * bounds[i]);
                count++;
            }
        }
        return new ConvergenceRates(
                smallest(logSmooth, count),
                harmonicMean(logSmooth, count),
                smallest(strong, count),
                harmonicMean(strong, count));
    }

    /** (r - 1)^2 / (1/r + log r - 1) for r ≥ 1; 0/0 at r = 1, where its expansion takes over. */
    static double excess(double r) {
        double off = r - 1;
        return Math.abs(off) < 1e-4 ? 2 + 8 * off / 3 : off * off / (1 / r + Math.log(r) - 1);
    }

    private static double smallest(double[] sigma, int count) {
        double smallest = 1;
        for (int k = 0; k < count; k++) {
            smallest = Math.min(smallest, sigma[k]);
        }
        return smallest;
    }

    private static double harmonicMean(double[] sigma, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += 1 / sigma[k];
        }
        return count / sum;
    }
}
