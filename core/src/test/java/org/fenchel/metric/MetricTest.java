package org.fenchel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Each metric against numbers worked out by hand, and where it is clever against the definition. */
class MetricTest {
    private static final double[] MARGINS = {2, -1, 0.5, -3, 0};
    private static final double[] CLASSES = {1, 1, -1, -1, -1};

    private static double value(Metric<Scored> metric, Scored rows) {
        return metric.over(rows).at(rows.weights());
    }

    private static Scored classes(double... weights) {
        double[] probabilities = new double[MARGINS.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-MARGINS[i]));
        }
        return Scored.of(MARGINS, probabilities, CLASSES, weights.length == 0 ? null : weights);
    }

    private static Scored numbers(double[] predictions, double[] targets, double[] weights) {
        return Scored.of(predictions, predictions, targets, weights);
    }

    @Test
    void logLossIsMinusTheMeanLogProbabilityOfWhatHappened() {
        double expected = 0;
        for (int i = 0; i < 5; i++) {
            double p = 1 / (1 + Math.exp(-MARGINS[i]));
            expected -= Math.log(CLASSES[i] > 0 ? p : 1 - p) / 5;
        }
        assertThat(value(new LogLoss(), classes())).isCloseTo(expected, within(1e-15));
    }

    @Test
    void logLossSurvivesExtremeMargins() {
        Scored rows = Scored.of(new double[] {-1e4, 1e4}, new double[] {0, 1}, new double[] {1, 1}, null);
        assertThat(value(new LogLoss(), rows)).isEqualTo(5000);
    }

    @Test
    void accuracyCountsSignsAndTakesZeroForMinusOne() {
        assertThat(value(new Accuracy(), classes())).isEqualTo(3 / 5.0);
        assertThat(value(new Accuracy(), classes(1, 0, 2, 0, 1))).isEqualTo(2 / 4.0);
    }

    @Test
    void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
        // one hit, one missed, one false alarm: precision 1/2, recall 1/2
        assertThat(value(new F1(), classes())).isEqualTo(0.5);
        // the false alarm weighs 3: precision 1/4, recall 1/2
        assertThat(value(new F1(), classes(1, 1, 3, 1, 1))).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void brierIsTheMeanSquaredMissOfTheProbability() {
        Scored rows = Scored.of(new double[] {0, 1, 2}, new double[] {.2, .7, .9}, new double[] {-1, 1, -1}, null);
        assertThat(value(new Brier(), rows)).isCloseTo((.04 + .09 + .81) / 3, within(1e-15));
    }

    @Test
    void areaUnderCurveByHand() {
        // positives 2 and -1, negatives 0.5, -3, 0: 2 beats three, -1 beats one
        assertThat(value(new AreaUnderCurve(), classes())).isEqualTo(4 / 6.0);
    }

    @Test
    void areaUnderCurveIsTheShareOfPairsInOrderWithTiesHalf() {
        SplittableRandom random = new SplittableRandom(7);
        for (int repeat = 0; repeat < 200; repeat++) {
            int n = 2 + random.nextInt(40);
            double[] margins = new double[n];
            double[] targets = new double[n];
            double[] weights = new double[n];
            for (int i = 0; i < n; i++) {
                margins[i] = random.nextInt(8) - 4; // many ties
                targets[i] = random.nextBoolean() ? 1 : -1;
                weights[i] = random.nextInt(4);
            }
            double won = 0;
            double pairs = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (targets[i] > 0 && targets[j] < 0) {
                        double w = weights[i] * weights[j];
                        pairs += w;
                        won += w * (margins[i] > margins[j] ? 1 : margins[i] == margins[j] ? 0.5 : 0);
                    }
                }
            }
            double expected = won / pairs;
            double actual = value(new AreaUnderCurve(), Scored.of(margins, margins, targets, weights));
            if (Double.isNaN(expected)) {
                assertThat(actual).isNaN();
            } else {
                assertThat(actual).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void areaUnderCurveOfOneClassIsNotDefined() {
        Scored rows = Scored.of(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 1}, null);
        assertThat(value(new AreaUnderCurve(), rows)).isNaN();
    }

    @Test
    void errorsOfNumbersByHand() {
        Scored rows = numbers(new double[] {1, 2, 4}, new double[] {1, 4, 3}, null);
        assertThat(value(new RootMeanSquaredError(), rows)).isCloseTo(Math.sqrt(5 / 3.0), within(1e-15));
        assertThat(value(new MeanAbsoluteError(), rows)).isCloseTo(1, within(1e-15));
        // mean 8/3, spread 25/9 + 16/9 + 1/9 = 14/3
        assertThat(value(new RSquared(), rows)).isCloseTo(1 - 5 / (14 / 3.0), within(1e-15));
    }

    @Test
    void rSquaredWeighsRowsAsIfRepeated() {
        double[] predictions = {1e9 + 1, 1e9 + 2, 1e9 + 4};
        double[] targets = {1e9 + 1, 1e9 + 4, 1e9 + 3};
        Scored weighted = numbers(predictions, targets, new double[] {1, 2, 1});
        Scored repeated = numbers(
                new double[] {predictions[0], predictions[1], predictions[1], predictions[2]},
                new double[] {targets[0], targets[1], targets[1], targets[2]},
                null);
        assertThat(value(new RSquared(), weighted)).isCloseTo(value(new RSquared(), repeated), within(1e-12));
        assertThat(value(new RSquared(), numbers(predictions, new double[] {5, 5, 5}, null)))
                .isNaN();
    }

    @Test
    void poissonDevianceByHand() {
        Scored rows = numbers(new double[] {0.5, 2}, new double[] {0, 3}, null);
        double expected = (2 * 0.5 + 2 * (3 * Math.log(1.5) - 1)) / 2;
        assertThat(value(new PoissonDeviance(), rows)).isCloseTo(expected, within(1e-15));
        Scored impossible = numbers(new double[] {0, 2}, new double[] {1, 3}, null);
        assertThat(value(new PoissonDeviance(), impossible)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void anInfinitePredictionIsInfinitelyWrongAndNotNoNumber() {
        Scored rows = numbers(new double[] {Double.POSITIVE_INFINITY, 2}, new double[] {1, 3}, null);
        assertThat(value(new PoissonDeviance(), rows)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(value(new PoissonLogLikelihood(), rows)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void poissonLogLikelihoodIsTheMeanLogProbabilityOfTheCounts() {
        // P(0; 1/2) = exp(-1/2), P(3; 2) = exp(-2) 2^3 / 3!
        Scored rows = numbers(new double[] {0.5, 2}, new double[] {0, 3}, null);
        double expected = (-0.5 + Math.log(Math.exp(-2) * 8 / 6)) / 2;
        assertThat(value(new PoissonLogLikelihood(), rows)).isCloseTo(expected, within(1e-15));
        Scored weighted = numbers(new double[] {0.5, 2}, new double[] {0, 3}, new double[] {3, 0});
        assertThat(value(new PoissonLogLikelihood(), weighted)).isEqualTo(-0.5);
        Scored impossible = numbers(new double[] {0, 2}, new double[] {1, 3}, null);
        assertThat(value(new PoissonLogLikelihood(), impossible)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void ratesHaveNoPoissonLikelihood() {
        double[] rates = {0.5, 3};
        assertThat(value(new PoissonLogLikelihood(), numbers(new double[] {0.5, 2}, rates, null)))
                .isNaN();
        assertThat(value(new PoissonLogLikelihood(), numbers(new double[] {0.5, 2}, rates, new double[] {0, 1})))
                .as("a row of weight 0 is no row")
                .isFinite();
    }

    @Test
    void oneRateForAllExplainsNoDevianceHoweverUnequalTheExposures() {
        double[] exposures = {1, 10, 100};
        double[] counts = {0, 3, 19};
        double rate = 22 / 111.0;
        double[] same = {rate, rate, rate};
        Scored constant = Scored.ofCounts(same, same, exposures, counts, null);
        assertThat(value(new DevianceExplained(), constant)).isCloseTo(0, within(1e-14));
        double[] rates = {0.1, 0.25, 0.2};
        Scored rows = Scored.ofCounts(rates, rates, exposures, counts, null);
        double own = value(new PoissonDeviance(), rows);
        double worst = value(new PoissonDeviance(), constant);
        assertThat(value(new DevianceExplained(), rows)).isCloseTo(1 - own / worst, within(1e-14));
    }

    @Test
    void countsOverExposuresAreTheSameAsWeightedRates() {
        double[] exposures = {0.5, 2, 4};
        double[] rates = {1, 1.5, 3};
        Scored counts = Scored.ofCounts(rates, rates, exposures, new double[] {1, 2, 10}, null);
        Scored weighted = Scored.of(rates, rates, new double[] {2, 1, 2.5}, exposures);
        assertThat(value(new DevianceExplained(), counts))
                .isCloseTo(value(new DevianceExplained(), weighted), within(1e-14));
        assertThat(value(new PoissonDeviance(), counts) * 3)
                .isCloseTo(value(new PoissonDeviance(), weighted) * 6.5, within(1e-13));
    }

    @Test
    void devianceExplainedComparesWithTheMeanCount() {
        double[] counts = {0, 3, 5, 0};
        double[] means = {0.5, 2, 6, 1};
        double[] mean = {2, 2, 2, 2};
        double own = value(new PoissonDeviance(), numbers(means, counts, null));
        double worst = value(new PoissonDeviance(), numbers(mean, counts, null));
        assertThat(value(new DevianceExplained(), numbers(means, counts, null)))
                .isCloseTo(1 - own / worst, within(1e-14));
        assertThat(value(new DevianceExplained(), numbers(means, new double[] {2, 2, 2, 2}, null)))
                .isNaN();
    }
}
