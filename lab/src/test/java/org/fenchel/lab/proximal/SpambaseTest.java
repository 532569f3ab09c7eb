package org.fenchel.lab.proximal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Shelf;
import org.junit.jupiter.api.Test;

/** The article's experiments, where FENCHEL_DATA has its data. */
class SpambaseTest {
    private static Findings findings(org.fenchel.lab.Experiment experiment) {
        assumeTrue(System.getenv("FENCHEL_DATA") != null, "skipped: set FENCHEL_DATA to the folder of the data sets");
        return experiment.run(Shelf.standard(), doing -> {});
    }

    /** From zero, independent code (numpy) with 8 orders has 0.480 to 0.483 and 0.373 to 0.374 in the first two epochs. */
    @Test
    void lossesAreThoseOfTheArticleInTheEndAndOfIndependentCodeAtFirst() {
        Findings findings = findings(new SpambaseLosses(40, 2, 4, 1, 1));
        assertThat(findings.claims().stream().map(Claim::holds)).containsExactly(false, false, true, true, true, true);
        assertThat(findings.claims().get(0).why()).contains("never set");
        assertThat(findings.table().number(0, "mean")).isCloseTo(0.4815, within(0.0025));
        assertThat(findings.table().number(1, "mean")).isCloseTo(0.3735, within(0.001));
        assertThat(findings.data().get(0).features()).isEqualTo(56);
    }

    /** Independent code (numpy, 2 orders): .359 and .502 at a step of .046, .320 and .252 at 100, for batches of 1 and 6. */
    @Test
    void stabilityIsThatOfIndependentCode() {
        Findings findings = findings(new SpambaseSteps(6, 4, 1, 10, 1));
        assertThat(findings.table().rows()).hasSize(4);
        assertThat(findings.table().number(1, "batch 1")).isCloseTo(0.359, within(0.004));
        assertThat(findings.table().number(1, "batch 6")).isCloseTo(0.502, within(0.004));
        assertThat(findings.table().number(3, "batch 1")).isCloseTo(0.320, within(0.015));
        assertThat(findings.table().number(3, "batch 6")).isCloseTo(0.252, within(0.004));
        assertThat(findings.claims()).hasSize(4);
        assertThat(findings.figures().get(0).table().rows()).hasSize(24);
    }

    @Test
    void stepsOfEachSizeAreTimed() {
        Findings findings = findings(new StepTimes(1, 1, 1));
        assertThat(findings.table().rows()).hasSize(9);
        for (int row = 0; row < 9; row++) {
            assertThat(findings.table().number(row, "milliseconds a step")).isPositive();
        }
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatThrownBy(() -> new SpambaseLosses(1, 1, 4, 1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SpambaseSteps(1, 2, 1, 1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new StepTimes(0, 1, 1)).isInstanceOf(InvalidInput.class);
    }
}
