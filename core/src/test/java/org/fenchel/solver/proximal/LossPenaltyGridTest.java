package org.fenchel.solver.proximal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss with every penalty: a certified optimum, which mini-batches approach from above and no run's bound exceeds. */
class LossPenaltyGridTest {
    private static final int D = 6;

    static Stream<Arguments> grid() {
        return Problems.losses()
                .flatMap(loss -> Problems.penalties(D).stream().map(penalty -> Arguments.of(loss, penalty)));
    }

    private static FiniteSum problem(Loss loss, Penalty penalty, boolean intercept) {
        return FiniteSum.of(Problems.weighted(Problems.data(loss, 80, D, 1, 21), 22), loss, penalty, intercept);
    }

    private static double tolerance(Loss loss) {
        return loss.differentiable() ? 1e-8 : 1e-6;
    }

    @ParameterizedTest
    @MethodSource("grid")
    void allRowsAreCertified(Loss loss, Penalty penalty) {
        for (boolean intercept : new boolean[] {false, true}) {
            FiniteSum problem = problem(loss, penalty, intercept);
            Fit<Linear> fit = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(tolerance(loss)));
            assertThat(fit.trace().reason())
                    .as("%s: %s", problem.describe(), fit.certificate())
                    .isEqualTo(StopReason.CERTIFIED);
            assertThat(problem.objective(fit.solution()))
                    .isCloseTo(fit.certificate().primal(), within(1e-12));
            requireGapsAboveZero(fit.trace());
        }
    }

    /** Losses that are finite everywhere: with the identity link, iterates may leave the domain of rows not in the batch. */
    static Stream<Arguments> gridOfAllMargins() {
        return grid().filter(arguments -> !(arguments.get()[0] instanceof PoissonIdentity));
    }

    /**
     * Harmonic steps converge. After 50 passes they are within a part in 200 of the optimum, or as close in absolute
     * terms: with steps 1 / t the distance sinks like t^(-2 min(1, mu)) at worst, so no closer can be asked of all problems.
     */
    @ParameterizedTest
    @MethodSource("gridOfAllMargins")
    void miniBatchesApproachTheSameOptimum(Loss loss, Penalty penalty) {
        FiniteSum problem = problem(loss, penalty, true);
        Fit<Linear> all = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(tolerance(loss)));
        double optimum = all.certificate().primal();
        double slack = tolerance(loss) * Math.max(1, Math.abs(optimum));
        StopRule rule = new StopRule().withRelativeGap(0).withPasses(50);
        for (int batch : new int[] {1, 16}) {
            ProximalPoint method = new ProximalPoint(batch, 4).withSchedule(StepSchedule.HARMONIC);
            Fit<Linear> fit = Driver.fit(problem, method, rule);
            requireGapsAboveZero(fit.trace());
            for (Trace.Point point : fit.trace().points()) {
                if (point.objective() < Double.POSITIVE_INFINITY) {
                    assertThat(point.objective()).isGreaterThanOrEqualTo(optimum - slack);
                }
                if (everywhere(fit.certificate()) && point.dual() > Double.NEGATIVE_INFINITY) {
                    assertThat(point.dual()).isLessThanOrEqualTo(optimum + 1e-12);
                }
            }
            assertThat(fit.certificate().primal())
                    .as("%s, batch %s", problem.describe(), batch)
                    .isLessThanOrEqualTo(optimum + 0.005 * Math.max(1, Math.abs(optimum)));
        }
    }

    /** Rows with y = 0 are linear and may have margins below 0; rows with y > 0 may not. */
    @Test
    void identityLinkPoissonWithZeros() {
        Loss loss = new PoissonIdentity();
        Dataset data = Problems.data(loss, 200, 5, 1, 23);
        assertThat(data.targets()).contains(0, 1);
        FiniteSum problem = FiniteSum.of(data, loss, new NonNegative(0, 1e-3), false);
        Fit<Linear> fit = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(1e-8));
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.trace().points().get(0).objective())
                .as("zero is outside the domain")
                .isInfinite();
        Fit<Linear> mini = Driver.fit(
                problem,
                new ProximalPoint(4, 1).withSchedule(StepSchedule.HARMONIC),
                new StopRule().withRelativeGap(0).withPasses(60));
        assertThat(mini.certificate().primal())
                .isBetween(fit.certificate().primal() - 1e-8, fit.certificate().primal() + 0.005);
    }

    private static boolean everywhere(Certificate certificate) {
        return certificate instanceof Certificate.DualityGap gap && gap.radius() == Double.POSITIVE_INFINITY;
    }

    private static void requireGapsAboveZero(Trace trace) {
        for (Trace.Point point : trace.points()) {
            if (point.dual() > Double.NEGATIVE_INFINITY) {
                assertThat(point.objective() - point.dual())
                        .isGreaterThanOrEqualTo(-1e-12 * Math.max(1, Math.abs(point.objective())));
            }
        }
    }
}
