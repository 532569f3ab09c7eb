package org.fenchel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static Scored regression(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] predictions = new double[n];
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            predictions[i] = random.nextDouble();
            targets[i] = predictions[i] + random.nextDouble() - 0.5;
        }
        return Scored.of(predictions, predictions, targets, null);
    }

    @Test
    void theIntervalOfAMeanIsTwoStandardErrorsWide() {
        // |error| is uniform on [0, 1/2]: mean 1/4, standard deviation 1/sqrt(48)
        Estimate mae = new Bootstrap()
                .estimate(List.of(new MeanAbsoluteError()), regression(4000, 3))
                .get(0);
        double halfWidth = 1.96 / Math.sqrt(48 * 4000.0);
        assertThat(mae.value()).isCloseTo(0.25, within(3 * halfWidth));
        assertThat(mae.value() - mae.low()).isCloseTo(halfWidth, within(0.12 * halfWidth));
        assertThat(mae.high() - mae.value()).isCloseTo(halfWidth, within(0.12 * halfWidth));
    }

    @Test
    void ninetyFiveOfHundredIntervalsHoldTheTruth() {
        int held = 0;
        for (int repeat = 0; repeat < 200; repeat++) {
            Estimate mae = new Bootstrap(400, repeat)
                    .estimate(List.of(new MeanAbsoluteError()), regression(200, 1000 + repeat))
                    .get(0);
            held += mae.low() <= 0.25 && 0.25 <= mae.high() ? 1 : 0;
        }
        assertThat(held).isBetween(180, 199);
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        Scored rows = regression(500, 5);
        List<Metric<Scored>> metrics = List.of(new RootMeanSquaredError(), new RSquared());
        assertThat(new Bootstrap(100, 1).estimate(metrics, rows))
                .isEqualTo(new Bootstrap(100, 1).estimate(metrics, rows))
                .isNotEqualTo(new Bootstrap(100, 2).estimate(metrics, rows));
    }

    @Test
    void aMetricThatIsNotDefinedHasNoInterval() {
        Scored rows = Scored.of(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 1}, null);
        Estimate auc = new Bootstrap(50, 1)
                .estimate(List.of(new AreaUnderCurve()), rows)
                .get(0);
        assertThat(auc.value()).isNaN();
        assertThat(auc.low()).isNaN();
        assertThat(auc.high()).isNaN();
    }

    @Test
    void theIntervalOfAnInfiniteMetricEndsAtInfinityAndNotAtNoNumber() {
        Scored rows = Scored.of(new double[] {0, 1, 2}, new double[] {0, 1, 2}, new double[] {1, 1, 1}, null);
        for (long seed = 0; seed < 40; seed++) {
            for (Metric<Scored> metric : List.of(new PoissonLogLikelihood(), new PoissonDeviance())) {
                Estimate estimate =
                        new Bootstrap(2, seed).estimate(List.of(metric), rows).get(0);
                assertThat(estimate.value()).isInfinite();
                assertThat(estimate.low()).isNotNaN();
                assertThat(estimate.high()).isNotNaN();
            }
        }
    }

    @Test
    void fiftyThousandRowsTakeSeconds() {
        Scored rows = regression(50_000, 9);
        double[] classes = rows.targets().clone();
        for (int i = 0; i < classes.length; i++) {
            classes[i] = classes[i] > 0.5 ? 1 : -1;
        }
        Scored scored = Scored.of(rows.margins(), rows.predictions(), classes, null);
        long began = System.nanoTime();
        new Bootstrap()
                .estimate(List.of(new LogLoss(), new AreaUnderCurve(), new Accuracy(), new F1(), new Brier()), scored);
        assertThat((System.nanoTime() - began) * 1e-9).as("seconds").isLessThan(10);
    }
}
