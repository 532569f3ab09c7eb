package org.fenchel.inference;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One weight, or a combination of weights, and how sure it is.
 *
 * @param estimate the weight
 * @param standardError of it
 * @param statistic estimate over standard error: z, or t where the spread of the targets is estimated, too
 * @param pValue of the hypothesis that it is 0, two-sided
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
public record Coefficient(
        double estimate, double standardError, double statistic, double pValue, double low, double high) {
    private static final double TAIL = 0.025;

    /**
     * By the normal or t distribution.
     *
     * @param degrees of freedom; infinite for the normal distribution
     */
    public static Coefficient of(double estimate, double standardError, double degrees) {
        ContinuousDistribution law =
                Double.isInfinite(degrees) ? NormalDistribution.of(0, 1) : TDistribution.of(degrees);
        double statistic = estimate / standardError;
        double reach = law.inverseSurvivalProbability(TAIL) * standardError;
        return new Coefficient(
                estimate,
                standardError,
                statistic,
                2 * law.survivalProbability(Math.abs(statistic)),
                estimate - reach,
                estimate + reach);
    }
}
