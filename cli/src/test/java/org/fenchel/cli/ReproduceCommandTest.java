package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenchel.cli.console.Exit;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fenchel reproduce}. */
class ReproduceCommandTest {
    private static final String TINY = "sdca-blocks(rows=200,features=10,passes=40,repeats=1,seed=7)";

    @TempDir
    Path folder;

    @Test
    void experimentsAreListedWithTheirSources() {
        assertThat(Outcome.of("reproduce", "--list").out())
                .contains(
                        "sdca-rates(",
                        "sdca-start(",
                        "sdca-blocks(rows=5000",
                        "arXiv 1807.03545",
                        "data: facebook-metrics");
        assertThat(Outcome.of("reproduce", "--list", "--json").json().objects("experiments"))
                .extracting(experiment -> experiment.text("name"))
                .startsWith("spambase-losses", "spambase-steps", "step-times")
                .contains(
                        "digits-by-sgd",
                        "corrupted-ratings",
                        "fm-step-sizes",
                        "hawkes-adjacency",
                        "least-squares-costs",
                        "logistic-newton",
                        "hawkes-earthquakes",
                        "hawkes-order-flow",
                        "link-prediction",
                        "nuclear-ratings",
                        "nuclear-synthetic",
                        "poisson-solvers",
                        "sdca-blocks",
                        "sdca-rates",
                        "sdca-start",
                        "sdca-toy");
    }

    @Test
    void withoutAKnownNameItSaysWhichThereAre() {
        for (List<String> words : List.of(List.of("reproduce"), List.of("reproduce", "sdca-blcks"))) {
            Outcome outcome = Outcome.of(words.toArray(String[]::new));
            assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
            assertThat(outcome.err()).hasLineCount(1).contains("sdca-blocks, sdca-rates, sdca-start");
        }
        assertThat(Outcome.of("reproduce", "sdca-blcks").err()).contains("did you mean sdca-blocks?");
        assertThat(Outcome.of("reproduce", "sdca-rates(repeats=0)").exit()).isEqualTo(Exit.USAGE);
        assertThat(Outcome.of("reproduce", "sdca-rates", "--quick", "--full").exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void anExperimentSaysWhatItFoundAndLeavesAPage() throws Exception {
        ExampleFiles.data("uci-wine-quality-white/winequality-white.csv");
        Path out = folder.resolve("blocks");
        Outcome outcome = Outcome.of("reproduce", TINY, "--out", out.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains(
                        "sdca-blocks: Dual ascent",
                        "4,898 rows",
                        "passes to 1e-6",
                        "Page    " + out.resolve("index.html"))
                .containsPattern("(holds|does not hold) +Larger blocks never need more passes");
        assertThat(out.resolve("index.html"))
                .isRegularFile()
                .content()
                .contains("seed=7", "fenchel reproduce sdca-blocks");
        assertThat(Files.readAllLines(out.resolve("table.csv")))
                .hasSize(11)
                .first()
                .asString()
                .startsWith("data,rows of a block,passes to 1e-3");
        assertThat(out.resolve("simulated-passes.png")).isNotEmptyFile();
        assertThat(out.resolve("simulated-passes.csv")).isNotEmptyFile();
    }

    @Test
    void jsonHasTheSameAndNothingElse() {
        ExampleFiles.data("uci-wine-quality-white/winequality-white.csv");
        JsonObject json = Outcome.of("reproduce", TINY, "--out", folder.toString(), "--json")
                .json();
        JsonObject experiment = json.objects("experiments").get(0);
        assertThat(experiment.text("call")).isEqualTo(TINY);
        assertThat(experiment.objects("claims")).hasSize(4);
        assertThat(experiment.objects("table"))
                .hasSize(10)
                .first()
                .satisfies(row -> assertThat(row.number("rows of a block")).isEqualTo(1));
        assertThat(experiment.objects("data").get(1).text("sha256")).hasSize(64);
        assertThat(folder.resolve("index.html")).isRegularFile();
    }

    @Test
    void severalHaveAPageOverAll() throws Exception {
        Outcome outcome = Outcome.of(
                "reproduce",
                "sdca-toy(grid=5)",
                "least-squares-costs(rows=128,features=4,passes=50,seconds=0.05)",
                "-o",
                folder.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("sdca-toy: ", "least-squares-costs: ", "All     " + folder.resolve("index.html"));
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("claims hold, in 2 experiments", "href=\"sdca-toy/index.html\"");
        assertThat(folder.resolve("least-squares-costs/index.html")).isRegularFile();
    }
}
