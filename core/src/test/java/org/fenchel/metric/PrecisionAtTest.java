package org.fenchel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrecisionAtTest {
    private static double at(int count, double[] margins, double[] targets) {
        Scored scored = Scored.of(margins, margins, targets, null);
        return new PrecisionAt(count).over(scored).at(scored.weights());
    }

    @Test
    void theShareAmongTheLargestMargins() {
        double[] margins = {0.1, 5, 4, 3, -1};
        double[] targets = {1, 1, -1, 1, -1};
        assertThat(at(1, margins, targets)).isEqualTo(1);
        assertThat(at(2, margins, targets)).isEqualTo(0.5);
        assertThat(at(4, margins, targets)).isEqualTo(0.75);
        assertThat(at(100, margins, targets)).isCloseTo(0.6, within(1e-12));
    }

    /** One of three that tie fits: any of them might. */
    @Test
    void tiesCountByTheirMean() {
        assertThat(at(2, new double[] {2, 1, 1, 1}, new double[] {1, 1, -1, -1}))
                .isCloseTo(4.0 / 6, within(1e-12));
    }

    @Test
    void weightsMoveTheEdge() {
        Scored scored = Scored.of(new double[] {3, 2, 1}, new double[] {3, 2, 1}, new double[] {1, -1, 1}, null);
        double found = new PrecisionAt(2).over(scored).at(new double[] {1, 0.5, 1});
        assertThat(found).isCloseTo(1.5 / 2, within(1e-12)); // the weights are in the order of the margins, ascending
    }
}
