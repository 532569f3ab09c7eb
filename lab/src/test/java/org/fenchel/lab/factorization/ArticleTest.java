package org.fenchel.lab.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Shelf;
import org.junit.jupiter.api.Test;

/** The article's experiments, where FENCHEL_DATA has its data. */
class ArticleTest {
    private static void needsTheData() {
        assumeTrue(System.getenv("FENCHEL_DATA") != null, "skipped: set FENCHEL_DATA to the folder of the data sets");
    }

    @Test
    void theCatalogueFindsThem() {
        assertThat(Catalogue.of(Experiment.class).names()).contains("fm-ten-epochs", "fm-step-sizes");
    }

    @Test
    void frozenVectorsGiveThePrintedLossesAndTrueStepsRise() {
        needsTheData();
        Findings findings = new FmTenEpochs().run(Shelf.standard(), doing -> {});
        assertThat(findings.claims().stream().map(Claim::holds)).containsExactly(true, false, true);
        assertThat(findings.table().rows()).hasSize(10);
        assertThat(findings.figures().get(0).table().rows()).hasSize(40);
        assertThat(findings.data().get(0).rows()).isEqualTo(99_831);
        assertThat(findings.data().get(1).rows()).isEqualTo(100_000);
    }

    @Test
    void stepsAreComparedForFrozenAndMovingVectors() {
        needsTheData();
        Findings findings = new FmStepSizes(2, 1, 1, 2, 1).run(Shelf.standard(), doing -> {});
        assertThat(findings.claims()).hasSize(12);
        assertThat(findings.figures()).hasSize(4);
        assertThat(findings.figures().get(1).table().rows()).hasSize(10);
        for (List<Object> row : findings.table().rows()) {
            assertThat((Double) row.get(3)).isBetween(0.3, 1.5);
        }
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatThrownBy(() -> new FmTenEpochs(1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new FmStepSizes(1, 1, 1, 2, 1)).isInstanceOf(InvalidInput.class);
    }
}
