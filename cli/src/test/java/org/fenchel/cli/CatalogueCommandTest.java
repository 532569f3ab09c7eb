package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The commands that list things, and the help. */
class CatalogueCommandTest {
    @Test
    void solversAndLossesAreListedWithTheirDefaults() {
        assertThat(Outcome.of("solvers").out()).contains("proximal-point(batch=0,step=0");
        assertThat(Outcome.of("losses").out()).contains("huber(delta=1)", "poisson-log", "smoothed-hinge(gamma=1)");
        assertThat(Outcome.of("losses", "--json").json().objects("losses"))
                .extracting(loss -> loss.text("name"))
                .contains("squared", "absolute", "huber", "quantile", "epsilon-insensitive", "logistic", "hinge");
    }

    @Test
    void knownDataIsListed() {
        assertThat(Outcome.of("data", "list").out()).contains("spambase", "4,601");
        assertThat(Outcome.of("data", "list", "--json").json().objects("data"))
                .extracting(set -> set.text("name"))
                .contains("a9a", "w8a");
    }

    @Test
    void knownDataIsTrainedOnByName() {
        ExampleFiles.data("spambase/spambase.data");
        JsonObject json = Outcome.of("train", "logistic", "spambase", "--l2", "1e-3", "--scale", "minmax", "--json")
                .json();
        assertThat(json.whole("n")).isEqualTo(4601);
        assertThat(json.whole("d")).isEqualTo(57);
    }

    @Test
    void knownDataHereIsNamedByItsPath() {
        String place = ExampleFiles.data("spambase/spambase.data").toString();
        assertThat(Outcome.of("data", "get", "spambase").out().strip()).isEqualTo(place);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(Outcome.of("--version").outLines())
                .singleElement()
                .asString()
                .startsWith("fenchel ");
    }

    @Test
    void helpNamesEveryCommand() {
        for (String[] asked : new String[][] {{}, {"--help"}, {"help"}}) {
            Outcome outcome = Outcome.of(asked);
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.out())
                    .contains(
                            "train",
                            "predict",
                            "evaluate",
                            "inspect",
                            "reproduce",
                            "data",
                            "solvers",
                            "losses",
                            "completion");
            assertThat(outcome.err()).isEmpty();
        }
        assertThat(Outcome.of("train", "poisson", "--help").out()).contains("--exposure", "--link", "--tolerance");
    }

    @Test
    void theCompletionScriptKnowsTheOptions() {
        assertThat(Outcome.of("completion").out()).contains("--solver", "--exposure", "complete");
    }
}
