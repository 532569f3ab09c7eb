package org.fenchel.lab.nuclear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Shelf;
import org.junit.jupiter.api.Test;

/** Small runs, where FENCHEL_DATA has the data. */
class LinksAndRatingsTest {
    private static void needsTheData() {
        assumeTrue(System.getenv("FENCHEL_DATA") != null, "skipped: set FENCHEL_DATA to the folder of the data sets");
    }

    @Test
    void methodsAgreeOnLinksAmongFewNodes() {
        needsTheData();
        Findings findings = new LinkPrediction(64, 0.5, 42).run(Shelf.standard(), doing -> {});
        assertThat(findings.claims()).hasSize(4);
        assertThat(findings.claims().get(0).holds()).isTrue();
        assertThat(findings.table().rows()).hasSize(4);
        assertThat(findings.table().number(0, "test auc")).isBetween(0.5, 1.0);
    }

    @Test
    void ratingsAreReadAndDivided() {
        needsTheData();
        assertThat(Ratings.read(Shelf.standard()).entries().count()).isEqualTo(100_000);
        assertThat(new CorruptedRatings().plan(Shelf.standard()).cells()).hasSize(12);
        WikiVote votes = WikiVote.read(Shelf.standard(), 1024, 42);
        assertThat(votes.train().count() + votes.test().count()).isEqualTo(2 * 48_830);
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatThrownBy(() -> new CorruptedRatings(0, 1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new LinkPrediction(1, 1, 1)).isInstanceOf(InvalidInput.class);
    }
}
