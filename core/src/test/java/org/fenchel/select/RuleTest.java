package org.fenchel.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fenchel.data.InvalidInput;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final List<Score> LOSSES =
            List.of(new Score(5, 1), new Score(3.4, 1), new Score(2.9, 0.2), new Score(3, 2), new Score(2.9, 0.6));

    @Test
    void theBestOfEqualOnesIsTheStrongest() {
        assertThat(Rule.BEST.choose(LOSSES, false)).isEqualTo(2);
        assertThat(Rule.BEST.choose(LOSSES, true)).isZero();
    }

    @Test
    void oneStandardErrorIsThatOfTheBest() {
        assertThat(Rule.ONE_STANDARD_ERROR.choose(LOSSES, false)).isEqualTo(2);
        List<Score> wide = List.of(new Score(5, 0), new Score(3.4, 0), new Score(2.9, 0.5), new Score(3, 9));
        assertThat(Rule.ONE_STANDARD_ERROR.choose(wide, false)).isEqualTo(1);
        List<Score> accuracies = List.of(new Score(0.5, 0), new Score(0.88, 0), new Score(0.9, 0.02));
        assertThat(Rule.ONE_STANDARD_ERROR.choose(accuracies, true)).isEqualTo(1);
    }

    @Test
    void scoresThatAreNoneAreNotChosen() {
        Score none = new Score(Double.NaN, Double.NaN);
        assertThat(Rule.BEST.choose(List.of(none, new Score(1, 0)), false)).isEqualTo(1);
        assertThatThrownBy(() -> Rule.BEST.choose(List.of(none, none), true))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("score");
    }

    /** Sample variance of 1, 2, 3, 6 is 14/3. */
    @Test
    void theStandardErrorIsThatOfAMean() {
        Score score = Score.of(1, 2, 3, 6);
        assertThat(score.mean()).isEqualTo(3);
        assertThat(score.standardError()).isCloseTo(Math.sqrt(14 / 3.0 / 4), within(1e-15));
    }
}
