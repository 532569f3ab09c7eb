package org.fenchel.io.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.fenchel.solver.dual.ConvergenceRates;
import org.fenchel.solver.dual.DualBounds;
import org.fenchel.solver.dual.Sampling;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.planner.Auto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts with the identity link on the real data it was proposed for. */
class CountOptimaTest {
    private static final PoissonIdentity LOSS = new PoissonIdentity();

    /** Optima by Newton's method in extended precision, with a duality gap below 1e-17. */
    static Stream<Arguments> known() {
        return Stream.of(
                Arguments.of(1 / Math.sqrt(4898), 2.20270931997022),
                Arguments.of(1.7494228768003949e-4, 1.89615573666919));
    }

    @ParameterizedTest
    @MethodSource("known")
    void wine(double l2, double optimum) {
        FiniteSum problem = FiniteSum.of(CountProblems.wine(), LOSS, new L2(l2), false);
        assertThat(problem.d()).isEqualTo(11);
        List<Solver<FiniteSum, Linear>> solvers = List.of(
                new Sdca(),
                new Auto(),
                new Sdca().withoutFinish(),
                new Sdca(Sampling.PERMUTED, 11, 1, false),
                new Sdca(Sampling.IMPORTANCE, 1, 1, false));
        for (Solver<FiniteSum, Linear> solver : solvers) {
            Fit<Linear> fit = Driver.fit(
                    problem, solver, new StopRule().withRelativeGap(2e-11).withPasses(20_000));
            assertThat(fit.trace().reason())
                    .as("%s: %s", solver, fit.certificate())
                    .isEqualTo(StopReason.CERTIFIED);
            assertThat(fit.certificate().primal()).as("%s", solver).isCloseTo(optimum, within(1e-10));
            if (l2 < 1e-3) {
                assertThat(Arrays.stream(fit.solution().weights()).min().orElseThrow())
                        .as("methods that keep to the positive orthant cannot get there")
                        .isNegative();
            }
        }
    }

    /** Table 1 of the paper in its order: each analysis promises more than the one before, both ways of sampling compared. */
    @Test
    void ratesOnFacebook() {
        Dataset data = CountProblems.facebook();
        double l2 = 1 / Math.sqrt(data.n());
        FiniteSum problem = FiniteSum.of(data, LOSS, new L2(l2), false);
        Fit<Linear> fit = Driver.fit(problem, new Sdca(), new StopRule().withRelativeGap(1e-12));
        assertThat(fit.certificate().relativeGap()).isLessThan(1e-11);
        double[] u = new double[problem.n()];
        problem.margins(fit.solution(), u);
        double[] bounds = DualBounds.of(problem);
        int counted = 0;
        for (int i = 0; i < u.length; i++) {
            double y = problem.targets()[i];
            u[i] = LOSS.derivative(u[i], y);
            if (y > 0) {
                counted++;
                assertThat(1 - u[i]).as("row %s", i).isPositive().isLessThanOrEqualTo(bounds[i] * (1 + 1e-6));
            }
        }
        assertThat(counted).isGreaterThan(480);
        ConvergenceRates rates = ConvergenceRates.of(problem, u, bounds);
        assertThat(rates.stronglyConvexUniform()).isPositive().isLessThan(rates.stronglyConvexImportance());
        assertThat(rates.stronglyConvexImportance()).isLessThan(rates.logSmoothImportance());
        assertThat(rates.stronglyConvexUniform()).isLessThan(rates.logSmoothUniform());
        assertThat(rates.logSmoothUniform()).isLessThan(rates.logSmoothImportance());
        assertThat(rates.logSmoothImportance()).isLessThanOrEqualTo(1);
        // "orders of magnitude better", section 2.2
        assertThat(rates.logSmoothImportance() / rates.stronglyConvexUniform()).isGreaterThan(100);
    }
}
