package org.fenchel.lab.nuclear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.fenchel.data.InvalidInput;
import org.fenchel.io.known.KnownData;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Shelf;
import org.junit.jupiter.api.Test;

/** The experiments on matrices, small: whole findings, with courses of every method. */
class NuclearExperimentsTest {
    @Test
    void aSimulatedMatrixIsRacedFor() {
        Findings findings = new NuclearSynthetic(30, 0.2, 0.05, 1)
                .run(
                        name -> {
                            throw new AssertionError("reads nothing");
                        },
                        doing -> {});
        whole(findings);
        assertThatThrownBy(() -> new NuclearSynthetic(3, 1, 1, 1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void ratingsAreRacedFor() {
        assumeTrue(System.getenv("FENCHEL_DATA") != null, "skipped: FENCHEL_DATA is not set");
        assertThat(KnownData.standard().knows("movielens-100k")).isTrue();
        Findings findings = new NuclearRatings(18, 0.1, 3000, 1).run(Shelf.standard(), doing -> {});
        whole(findings);
        assertThat(findings.notes()).anySatisfy(note -> assertThat(note).contains("NMAE"));
    }

    private static void whole(Findings findings) {
        assertThat(findings.table().rows()).hasSize(MethodRace.METHODS.size());
        for (int row = 0; row < MethodRace.METHODS.size(); row++) {
            assertThat(findings.table().number(row, "gap at the end")).isGreaterThanOrEqualTo(0);
        }
        assertThat(findings.claims()).hasSize(5);
        for (Figure figure : findings.figures()) {
            assertThat(figure.table().rows()).hasSizeGreaterThan(MethodRace.METHODS.size());
        }
    }
}
