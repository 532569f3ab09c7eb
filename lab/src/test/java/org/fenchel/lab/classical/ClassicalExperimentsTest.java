package org.fenchel.lab.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Shelf;
import org.junit.jupiter.api.Test;

/** The course sheet's questions at small sizes. */
class ClassicalExperimentsTest {
    private static void needsTheData() {
        assumeTrue(System.getenv("FENCHEL_DATA") != null, "skipped: set FENCHEL_DATA to the folder of the data sets");
    }

    @Test
    void gradientDescentKeepsToItsRate() {
        Findings findings = new LeastSquaresCosts(256, 8, 2000, 20, 7).run(name -> null, doing -> {});
        assertThat(findings.claims()).hasSize(7);
        assertThat(findings.claims().subList(0, 5)).as("rates and iterations").allMatch(Claim::holds);
        assertThat(findings.table().rows()).hasSize(10);
        for (int row = 0; row < 10; row += 2) {
            assertThat(findings.table().number(row, "iterations to 1e-6"))
                    .as("closed form")
                    .isEqualTo(1);
        }
    }

    @Test
    void newtonNeedsFewIterations() {
        needsTheData();
        Findings findings = new LogisticNewton(1e-4, 30, 20).run(Shelf.standard(), doing -> {});
        assertThat(findings.claims().get(0).holds()).isTrue();
        assertThat(findings.table().rows()).hasSize(5);
        assertThat(findings.figures()).hasSize(2);
    }

    @Test
    void digitsAreLearnt() {
        needsTheData();
        Findings findings = new DigitsBySgd(1000, 2, 64, 1).run(Shelf.standard(), doing -> {});
        assertThat(findings.table().rows()).hasSize(7);
        for (int row = 0; row < 7; row++) {
            assertThat(findings.table().number(row, "accuracy")).isBetween(0.3, 1.0);
        }
        assertThat(findings.claims().get(0).holds())
                .as("1000 pictures are too few")
                .isFalse();
        assertThat(findings.claims().get(0).why()).isNotNull();
        assertThat(findings.claims().get(1).holds()).isTrue();
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatThrownBy(() -> new LeastSquaresCosts(100, 8, 1, 1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new LogisticNewton(0, 1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new DigitsBySgd(0, 0, 64, 1)).isInstanceOf(InvalidInput.class);
    }
}
