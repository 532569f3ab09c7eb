package org.fenchel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassScoredTest {
    /** Rows of classes 0, 1, 2, 1 of which the last is taken for class 0. */
    private static final double[] PROBABILITIES = {
        0.7, 0.2, 0.1,
        0.1, 0.8, 0.1,
        0.2, 0.2, 0.6,
        0.5, 0.3, 0.2
    };

    private static final double[] TARGETS = {0, 1, 2, 1};

    private static ClassScored scored(double... weights) {
        return ClassScored.of(3, PROBABILITIES, TARGETS, weights.length == 0 ? null : weights);
    }

    @Test
    void metricsByHand() {
        ClassScored rows = scored();
        assertThat(ClassMetric.ACCURACY.over(rows).at(rows.weights())).isEqualTo(0.75);
        double log = -(Math.log(0.7) + Math.log(0.8) + Math.log(0.6) + Math.log(0.3)) / 4;
        assertThat(ClassMetric.LOG_LOSS.over(rows).at(rows.weights())).isCloseTo(log, within(1e-15));
        // f1: class 0 has one hit, one wrong; class 1 one hit, one missed; class 2 is perfect
        assertThat(ClassMetric.MACRO_F1.over(rows).at(rows.weights()))
                .isCloseTo((2 / 3.0 + 2 / 3.0 + 1) / 3, within(1e-15));
    }

    @Test
    void theMatrixCountsTruthByPrediction() {
        Confusion confusion = scored().confusion();
        assertThat(confusion.weights()).containsExactly(1, 0, 0, 1, 1, 0, 0, 0, 1);
        assertThat(confusion.precision(0)).isEqualTo(0.5);
        assertThat(confusion.recall(0)).isEqualTo(1);
        assertThat(confusion.precision(1)).isEqualTo(1);
        assertThat(confusion.recall(1)).isEqualTo(0.5);
    }

    @Test
    void weightsCountAsRows() {
        ClassScored rows = scored(1, 1, 1, 3);
        assertThat(ClassMetric.ACCURACY.over(rows).at(rows.weights())).isEqualTo(0.5);
        assertThat(rows.confusion().at(1, 0)).isEqualTo(3);
        assertThat(ClassMetric.ACCURACY.over(rows).at(new double[] {1, 0, 0, 0}))
                .isEqualTo(1);
    }

    @Test
    void classesWithoutRowsHaveNoFigures() {
        Confusion confusion = ClassScored.of(3, new double[] {0.6, 0.3, 0.1}, new double[] {0}, null)
                .confusion();
        assertThat(confusion.recall(2)).isNaN();
        assertThat(confusion.f1(2)).isNaN();
        assertThat(confusion.macroF1()).isEqualTo(1);
    }

    @Test
    void ofEqualProbabilitiesTheFirstClassIsNamed() {
        ClassScored rows = ClassScored.of(2, new double[] {0.5, 0.5}, new double[] {1}, null);
        assertThat(rows.confusion().at(1, 0)).isEqualTo(1);
    }

    @Test
    void confidenceIsComparedWithHits() {
        List<Calibration.Group> groups = scored().calibration(2).groups();
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).predicted()).isCloseTo(0.55, within(1e-15));
        assertThat(groups.get(0).observed()).isEqualTo(0.5);
        assertThat(groups.get(1).observed()).isEqualTo(1);
    }

    @Test
    void intervalsHoldTheValue() {
        Estimate accuracy = new Bootstrap(200, 1)
                .estimate(List.of(ClassMetric.ACCURACY), scored())
                .get(0);
        assertThat(accuracy.value()).isEqualTo(0.75);
        assertThat(accuracy.low()).isBetween(0.0, 0.75);
        assertThat(accuracy.high()).isEqualTo(1);
    }

    @Test
    void arraysOfOtherLengthsAreRefused() {
        assertThatThrownBy(() -> ClassScored.of(2, new double[3], new double[2], null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
