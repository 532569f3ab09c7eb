package org.fenchel.solver.proximal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampledStartTest {
    private static final int N = 21_000;
    private static final int D = 10;
    private static final StopRule EXACT = new StopRule().withRelativeGap(1e-10);

    static Stream<Loss> losses() {
        return Problems.losses();
    }

    private static Fit<Linear> fit(FiniteSum problem) {
        return Driver.fit(problem, new ProximalPoint(), EXACT);
    }

    /** Any start but zero is kept, so this is the run without a sample. */
    private static Fit<Linear> fitWithoutSample(FiniteSum problem) {
        double[] start = new double[problem.d()];
        Arrays.fill(start, 1e-9);
        return Driver.fit(problem, new ProximalPoint(), EXACT, 42, new Linear(start, 0), Listener.NONE);
    }

    private static FiniteSum sorted(Loss loss, Dataset data) {
        int[] order = IntStream.range(0, data.n())
                .boxed()
                .sorted(Comparator.comparingDouble(data::target))
                .mapToInt(i -> i)
                .toArray();
        return FiniteSum.of(data.select(order), loss, new L2(1.0 / data.n()), true);
    }

    /** Rows in the order of their targets, with weights and offsets, where a sample of the wrong rows would mislead most. */
    @ParameterizedTest
    @MethodSource("losses")
    void endsWhereTheRunWithoutSampleEnds(Loss loss) {
        FiniteSum problem = sorted(loss, Problems.weighted(Problems.data(loss, N, D, 1, 8), 9));
        assertThat(new SampledStart(problem).pays()).isTrue();
        Fit<Linear> fit = fit(problem);
        Fit<Linear> other = fitWithoutSample(problem);
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.certificate().primal())
                .isCloseTo(
                        other.certificate().primal(),
                        within(2e-10 * Math.max(1, Math.abs(other.certificate().primal()))));
        double rounding = 1e-13 * Math.max(1, Math.abs(other.certificate().primal()));
        for (Trace.Point point : fit.trace().points()) {
            // NaN where nothing was measured
            assertThat(point.dual() > other.certificate().primal() + rounding)
                    .as("a bound above the optimum")
                    .isFalse();
        }
    }

    @Test
    void savesFullSteps() {
        FiniteSum problem = sorted(new Logistic(), Problems.data(new Logistic(), N, D, 1, 8));
        assertThat(fit(problem).trace().last().passes())
                .isLessThan(fitWithoutSample(problem).trace().last().passes());
    }

    @Test
    void givesTheSameBitsEachTime() {
        FiniteSum problem = sorted(new Logistic(), Problems.data(new Logistic(), N, D, 1, 8));
        assertThat(fit(problem).solution().weights())
                .containsExactly(fit(problem).solution().weights());
    }

    @Test
    void isNoUseWithFewRowsForEachColumn() {
        FiniteSum wide =
                FiniteSum.of(Problems.data(new Logistic(), 2000, 100, 1, 8), new Logistic(), new L2(1e-3), true);
        assertThat(new SampledStart(wide).pays()).isFalse();
    }

    /** The one row in a million that differs is not in the sample: its column is all zeros there. */
    @Test
    void survivesColumnsThatTheSampleDoesNotHave() {
        Dataset data = Problems.data(new Logistic(), N, D, 1, 8);
        double[][] x = new double[N][D];
        for (int i = 0; i < N; i++) {
            data.rows().axpy(1, i, x[i]);
            x[i][3] = i == 5 ? 1000 : 0;
        }
        FiniteSum problem = FiniteSum.of(Dataset.of(x, data.targets()), new Logistic(), new L2(1e-4), true);
        assertThat(fit(problem).trace().reason()).isEqualTo(StopReason.CERTIFIED);
    }
}
