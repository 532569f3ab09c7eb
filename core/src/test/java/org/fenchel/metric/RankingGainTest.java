package org.fenchel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingGainTest {
    @Test
    void knownRanking() {
        // gains in the order of scores: 3, 2, 3, 0, 1, 2; ideal: 3, 3, 2, 2, 1, 0
        int[] group = new int[6];
        double[] scores = {6, 5, 4, 3, 2, 1};
        double[] gains = {3, 2, 3, 0, 1, 2};
        double log3 = Math.log(3) / Math.log(2);
        double log5 = Math.log(5) / Math.log(2);
        double log6 = Math.log(6) / Math.log(2);
        double log7 = Math.log(7) / Math.log(2);
        double dcg = 3 + 2 / log3 + 3.0 / 2 + 1 / log6 + 2 / log7;
        double best = 3 + 3 / log3 + 2.0 / 2 + 2 / log5 + 1 / log6;
        assertThat(RankingGain.of(group, scores, gains, 6).value()).isCloseTo(dcg / best, within(1e-14));
        assertThat(RankingGain.of(group, scores, gains, 1).value()).isEqualTo(1);
    }

    @Test
    void groupsWithNothingToGainDoNotCount() {
        int[] group = {1, 0, 1, 0, 2};
        double[] scores = {1, 5, 2, 4, 0};
        double[] gains = {1, 0, 0, 0, 4};
        RankingGain gain = RankingGain.of(group, scores, gains, 10);
        assertThat(gain.groups()).isEqualTo(2);
        assertThat(gain.value()).isCloseTo((Math.log(2) / Math.log(3) + 1) / 2, within(1e-14));
        assertThat(RankingGain.of(new int[0], new double[0], new double[0], 3).value())
                .isNaN();
    }
}
