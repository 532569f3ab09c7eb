package org.fenchel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.L2;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.Run.Health;
import org.fenchel.solver.Solver;
import org.fenchel.solver.proximal.ProximalPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The loop around solvers, with a method whose every number is written down here, and with a real one. */
class DriverTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final StopRule ENDLESS = new StopRule(0, 0, INF, INF);
    private static final FiniteSum PROBLEM =
            FiniteSum.of(Problems.data(new Logistic(), 60, 4, 1, 1), new Logistic(), new L2(0.1), true);

    /** After step t the objective is {@code objective[t]} (the last for ever), the dual {@code dual}; weights hold t. */
    private record Scripted(double[] objective, double dual, Health end, int endAt)
            implements Solver<FiniteSum, Linear> {
        Scripted(double[] objective, double dual) {
            this(objective, dual, Health.WELL, Integer.MAX_VALUE);
        }

        @Override
        public Optional<String> refusal(FiniteSum problem) {
            return Optional.empty();
        }

        @Override
        public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
            return new Run<>() {
                private int steps;

                @Override
                public void step() {
                    steps++;
                }

                @Override
                public Linear solution() {
                    return new Linear(new double[] {steps}, 0);
                }

                @Override
                public Certificate certificate() {
                    return new Certificate.DualityGap(objective[Math.min(steps, objective.length - 1)], dual, INF);
                }

                @Override
                public double passes() {
                    return steps;
                }

                @Override
                public OptionalDouble onlineLoss() {
                    return OptionalDouble.empty();
                }

                @Override
                public Health health() {
                    return steps >= endAt ? end : Health.WELL;
                }
            };
        }
    }

    private static double[] falling(int steps) {
        double[] objective = new double[steps + 1];
        for (int t = 0; t <= steps; t++) {
            objective[t] = 1 + 1.0 / (1 + t);
        }
        return objective;
    }

    @Test
    void probesEveryStepAtFirstAndEveryTenthOfTheWayLater() {
        Fit<Linear> fit = Driver.fit(PROBLEM, new Scripted(falling(2000), 0), ENDLESS.withPasses(1000));
        List<Trace.Point> points = fit.trace().points();
        assertThat(points).hasSize(1001);
        List<Double> probed = new ArrayList<>();
        for (Trace.Point point : points) {
            if (!Double.isNaN(point.objective())) {
                probed.add(point.passes());
            }
        }
        assertThat(probed.subList(0, 11)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
        for (int k = 1; k < probed.size(); k++) {
            assertThat(probed.get(k) - probed.get(k - 1)).isBetween(1.0, 1 + probed.get(k - 1) / 10);
        }
        assertThat(probed).hasSizeLessThan(80).endsWith(1000.0);
        assertThat(fit.trace().reason()).isEqualTo(StopReason.PASSES);
    }

    @Test
    void keepsTheBestSolutionAndTheBestBound() {
        Fit<Linear> fit = Driver.fit(PROBLEM, new Scripted(new double[] {5, 3, 2, 4, 4.5}, 1), ENDLESS.withPasses(6));
        assertThat(fit.solution().weights()).containsExactly(2);
        assertThat(fit.certificate()).isEqualTo(new Certificate.DualityGap(2, 1, INF));
        assertThat(fit.trace().last().objective()).isEqualTo(4.5);
    }

    @Test
    void keepsWhatCameBeforeAnOverflow() {
        double[] objective = {5, 3, Double.NaN};
        Fit<Linear> fit = Driver.fit(PROBLEM, new Scripted(objective, 1, Health.OVERFLOW, 2), ENDLESS);
        assertThat(fit.trace().reason()).isEqualTo(StopReason.NUMERICAL);
        assertThat(fit.solution().weights()).containsExactly(1);
        assertThat(fit.certificate().primal()).isEqualTo(3);
    }

    @Test
    void endsWithTheReasonTheMethodGives() {
        for (Health health : List.of(Health.NO_MINIMISER, Health.EXHAUSTED)) {
            Fit<Linear> fit = Driver.fit(PROBLEM, new Scripted(falling(100), 0, health, 3), ENDLESS);
            assertThat(fit.trace().reason())
                    .isEqualTo(health == Health.EXHAUSTED ? StopReason.NO_PROGRESS : StopReason.NO_MINIMISER);
            assertThat(fit.trace().last().passes()).isEqualTo(3);
        }
    }

    @Test
    void stopsAtTheCertifiedGap() {
        Fit<Linear> fit = Driver.fit(PROBLEM, new Scripted(falling(2000), 1), ENDLESS.withRelativeGap(0.125));
        // (1 + 1 / (1 + t) - 1) / (1 + 1 / (1 + t)) <= 1 / 8 from t = 6 on
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.trace().last().passes()).isEqualTo(6);
    }

    @Test
    void stopsWhenTheObjectiveHardlyChanges() {
        Fit<Linear> fit = Driver.fit(PROBLEM, new Scripted(falling(2000), 0), ENDLESS.withRelativeChange(0.02));
        // 1 / t - 1 / (1 + t) <= 0.02 (1 + 1 / (1 + t)) from t = 7 on: 0.0179 against 0.0225; 0.0238 against 0.0229
        // before
        assertThat(fit.trace().reason()).isEqualTo(StopReason.RELATIVE_CHANGE);
        assertThat(fit.trace().last().passes()).isEqualTo(7);
    }

    @Test
    void stopsAfterManyProbesWithoutProgress() {
        Fit<Linear> fit = Driver.fit(PROBLEM, new Scripted(new double[] {3, 2}, 1), ENDLESS.withPasses(1e6));
        assertThat(fit.trace().reason()).isEqualTo(StopReason.NO_PROGRESS);
        assertThat(fit.solution().weights()).containsExactly(1);
        assertThat(fit.trace().last().passes()).isLessThan(1000);
    }

    @Test
    void stopsAtThePassesAndAtTheTime() {
        ProximalPoint method = new ProximalPoint(4, 1);
        Fit<Linear> passes = Driver.fit(PROBLEM, method, ENDLESS.withPasses(7));
        assertThat(passes.trace().reason()).isEqualTo(StopReason.PASSES);
        assertThat(passes.trace().last().passes()).isEqualTo(7);
        Fit<Linear> seconds = Driver.fit(PROBLEM, method, ENDLESS.withSeconds(1e-9));
        assertThat(seconds.trace().reason()).isEqualTo(StopReason.SECONDS);
        assertThat(seconds.trace().last().passes()).isEqualTo(1);
    }

    @Test
    void interruptionEndsItWithTheBestSolutionSoFar() {
        Listener interrupter = point -> {
            if (point.passes() == 3) {
                Thread.currentThread().interrupt();
            }
        };
        Fit<Linear> fit = Driver.fit(PROBLEM, new ProximalPoint(4, 100), ENDLESS.withPasses(50), 42, null, interrupter);
        assertThat(fit.trace().reason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(fit.trace().last().passes()).isEqualTo(4);
        assertThat(Thread.currentThread().isInterrupted())
                .as("left interrupted")
                .isFalse();
        double best = fit.trace().points().stream()
                .mapToDouble(Trace.Point::objective)
                .min()
                .orElseThrow();
        assertThat(fit.certificate().primal()).isEqualTo(best);
        assertThat(PROBLEM.objective(fit.solution())).isCloseTo(best, within(1e-14));
    }

    @Test
    void listenerHearsEveryPointOfTheTrace() {
        List<Trace.Point> heard = new ArrayList<>();
        Fit<Linear> fit = Driver.fit(PROBLEM, new ProximalPoint(4, 1), ENDLESS.withPasses(15), 1, null, heard::add);
        assertThat(heard).isEqualTo(fit.trace().points());
    }

    @Test
    void oneClassWithAnInterceptIsRefused() {
        Dataset data = Problems.data(new Logistic(), 20, 3, 1, 2).withTargets(ones(20));
        FiniteSum problem = FiniteSum.of(data, new Logistic(), new L2(1), true);
        assertThatThrownBy(() -> Driver.fit(problem, new ProximalPoint(), new StopRule()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no minimiser");
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
