package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proven rates: the analysis by log-smoothness promises more than the one by strong convexity, and sampling by it more still. */
class ConvergenceRatesTest {
    private final Loss loss = new PoissonIdentity();

    /** 2 + 8 (r - 1) / 3 + 5 (r - 1)^2 / 9 near 1, by Taylor's theorem. */
    @Test
    void excessNearOne() {
        assertThat(ConvergenceRates.excess(1)).isEqualTo(2);
        for (double off = 1e-12; off < 1e-2; off *= 1.3) {
            double expected = 2 + 8 * off / 3 + 5 * off * off / 9;
            assertThat(ConvergenceRates.excess(1 + off))
                    .as("1 + %s", off)
                    .isCloseTo(expected, within(1e-7 + 2 * off * off * off));
        }
    }

    @Test
    void excessGrowsFromTwo() {
        double before = 2;
        for (double r = 1.001; r < 1e9; r *= 1.1) {
            double excess = ConvergenceRates.excess(r);
            assertThat(excess).isGreaterThan(before);
            assertThat(excess).as("what strong convexity makes of it").isLessThan(2 * r * r);
            before = excess;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-2, 1})
    void order(double l2) {
        for (int seed = 1; seed <= 3; seed++) {
            FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 5, 0.7, seed), loss, new L2(l2), false);
            double[] u = DualBoundsTest.optimum(problem);
            for (int i = 0; i < u.length; i++) {
                u[i] = 1 - u[i];
            }
            ConvergenceRates rates = ConvergenceRates.of(problem, u, DualBounds.of(problem));
            assertThat(rates.stronglyConvexUniform()).isPositive().isLessThan(rates.stronglyConvexImportance());
            assertThat(rates.logSmoothUniform()).isPositive().isLessThan(rates.logSmoothImportance());
            assertThat(rates.stronglyConvexUniform()).isLessThan(rates.logSmoothUniform());
            assertThat(rates.stronglyConvexImportance()).isLessThan(rates.logSmoothImportance());
            assertThat(rates.logSmoothImportance()).isLessThanOrEqualTo(1);
        }
    }

    /** One row, by hand: bound and optimum are the same a, so that sigma = 1 / (1 + x^2 a^2 / (l2 L)) in both analyses. */
    @Test
    void singleRow() {
        FiniteSum problem = FiniteSum.of(Dataset.of(new double[][] {{2}}, new double[] {3}), loss, new L2(0.5), false);
        double[] bounds = DualBounds.of(problem);
        double a = 3 / (2 * (Math.sqrt(10) - 2));
        double sigma = 1 / (1 + 4 * a * a / (0.5 * 3));
        ConvergenceRates rates = ConvergenceRates.of(problem, new double[] {1 - a}, bounds);
        assertThat(rates.logSmoothUniform()).isCloseTo(sigma, within(1e-9));
        assertThat(rates.logSmoothImportance()).isCloseTo(sigma, within(1e-9));
        assertThat(rates.stronglyConvexUniform()).isCloseTo(sigma, within(1e-9));
        assertThat(rates.stronglyConvexImportance()).isCloseTo(sigma, within(1e-9));
    }
}
