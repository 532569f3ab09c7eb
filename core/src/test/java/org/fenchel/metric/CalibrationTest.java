package org.fenchel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void groupsByHand() {
        double[] predictions = {4, 1, 3, 2};
        double[] targets = {6, 0, 2, 1};
        assertThat(Calibration.of(predictions, targets, ones(4), 2).groups())
                .containsExactly(
                        new Calibration.Group(1, 2, 1.5, 0.5, 2, 2), new Calibration.Group(3, 4, 3.5, 4, 2, 2));
    }

    @Test
    void theRatioIsObservedOverPredicted() {
        assertThat(new Calibration.Group(1, 2, 1.5, 0.5, 2, 2).ratio()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(new Calibration.Group(0, 0, 0, 0.5, 2, 2).ratio()).isInfinite();
        assertThat(new Calibration.Group(0, 0, 0, 0, 2, 2).ratio()).isNaN();
    }

    @Test
    void groupsHaveEqualWeightsAndNotEqualNumbersOfRows() {
        double[] predictions = {1, 2, 3, 4, 5};
        double[] weights = {1, 1, 1, 1, 4};
        var groups = Calibration.of(predictions, predictions, weights, 2).groups();
        assertThat(groups).extracting(Calibration.Group::rows).containsExactly(4, 1);
        assertThat(groups).extracting(Calibration.Group::weight).containsExactly(4.0, 4.0);
    }

    @Test
    void weightsMakeWeightedMeans() {
        var group = Calibration.of(new double[] {1, 2}, new double[] {0, 4}, new double[] {3, 1}, 1)
                .groups()
                .get(0);
        assertThat(group.predicted()).isEqualTo(5 / 4.0);
        assertThat(group.observed()).isEqualTo(1);
    }

    @Test
    void aThousandDifferentPredictionsMakeTenGroupsOfAHundred() {
        SplittableRandom random = new SplittableRandom(1);
        double[] predictions = random.doubles(1000).toArray();
        assertThat(Calibration.of(predictions, predictions, ones(1000), 10).groups())
                .hasSize(10)
                .allSatisfy(group -> {
                    assertThat(group.rows()).isEqualTo(100);
                    assertThat(group.ratio()).isCloseTo(1, within(1e-12));
                });
    }

    @Test
    void theOrderOfTheRowsChangesNothing() {
        SplittableRandom random = new SplittableRandom(2);
        int n = 500;
        double[] predictions = new double[n];
        double[] targets = new double[n];
        double[] weights = new double[n];
        double[] reversed = new double[n];
        double[] reversedTargets = new double[n];
        double[] reversedWeights = new double[n];
        for (int i = 0; i < n; i++) {
            predictions[i] = random.nextInt(23); // many ties, whose targets differ
            targets[i] = random.nextInt(5);
            weights[i] = random.nextInt(3);
            reversed[n - 1 - i] = predictions[i];
            reversedTargets[n - 1 - i] = targets[i];
            reversedWeights[n - 1 - i] = weights[i];
        }
        Calibration there = Calibration.of(predictions, targets, weights, 7);
        assertThat(Calibration.of(reversed, reversedTargets, reversedWeights, 7))
                .isEqualTo(there);
        assertThat(there.groups()).hasSizeBetween(6, 7);
    }

    @Test
    void nothingIsLost() {
        SplittableRandom random = new SplittableRandom(3);
        for (int repeat = 0; repeat < 100; repeat++) {
            int n = 1 + random.nextInt(60);
            double[] predictions =
                    random.ints(n, 0, 9).mapToDouble(v -> v / 4.0).toArray();
            double[] targets = random.doubles(n).toArray();
            double[] weights = random.ints(n, 0, 4).asDoubleStream().toArray();
            var groups = Calibration.of(predictions, targets, weights, 1 + random.nextInt(8))
                    .groups();
            double sum = 0;
            double last = Double.NEGATIVE_INFINITY;
            for (Calibration.Group group : groups) {
                sum += group.observed() * group.weight();
                assertThat(group.from()).isGreaterThan(last).isLessThanOrEqualTo(group.to());
                assertThat(group.predicted()).isBetween(group.from() - 1e-12, group.to() + 1e-12);
                last = group.to();
            }
            double expected = 0;
            long rows = 0;
            for (int i = 0; i < n; i++) {
                expected += weights[i] * targets[i];
                rows += weights[i] > 0 ? 1 : 0;
            }
            assertThat(sum).isCloseTo(expected, within(1e-9));
            assertThat(groups.stream().mapToInt(Calibration.Group::rows).sum()).isEqualTo((int) rows);
        }
    }

    @Test
    void onePredictionForAllIsOneGroup() {
        double[] same = {0.3, 0.3, 0.3};
        assertThat(Calibration.of(same, new double[] {0, 1, 0}, ones(3), 10).groups())
                .hasSize(1);
    }

    @Test
    void rowsOfNoWeightAreNoRows() {
        var groups = Calibration.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}, new double[] {0, 1, 0}, 2)
                .groups();
        assertThat(groups).containsExactly(new Calibration.Group(2, 2, 2, 2, 1, 1));
        assertThat(Calibration.of(new double[0], new double[0], new double[0], 2)
                        .groups())
                .isEmpty();
    }

    @Test
    void infiniteAndMissingPredictionsEndToo() {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, 1, Double.NaN};
        assertThat(Calibration.of(odd, new double[4], ones(4), 4).groups()).hasSize(3);
    }

    @Test
    void mistakesOfTheCallerAreRefused() {
        assertThatThrownBy(() -> Calibration.of(new double[2], new double[1], new double[2], 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Calibration.of(new double[2], new double[2], new double[2], 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
