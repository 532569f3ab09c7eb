package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Exit;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Races of solvers on a small file. */
class CompareCommandTest {
    @TempDir
    Path folder;

    private Outcome compare(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "compare",
                ExampleFiles.example("breast-cancer.csv"),
                "--target",
                "diagnosis",
                "--task",
                "logistic",
                "--scale",
                "standard",
                "--l2",
                "1e-2",
                "--budget",
                "1s",
                "--out",
                folder.toString()));
        args.addAll(List.of(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    @Test
    void theFastestIsRecommendedAndRefusalsAreTold() throws Exception {
        Outcome outcome = compare();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("Answer  Use --solver ", "Refused least-squares: the loss logistic has no closed form")
                .contains("569 rows", "The default, auto, chooses", "Page    ");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("class=\"answer\"", "certified relative gap", "least-squares: the loss logistic");
        assertThat(folder.resolve("seconds.png")).isNotEmptyFile();
        assertThat(folder.resolve("cells/lbfgs.json")).isNotEmptyFile();
        assertThat(compare().out()).contains("Kept    ").contains("--again");
    }

    @Test
    void jsonHasTheRankingAndTheRecommendation() {
        JsonObject json = compare(
                        "--solvers", "newton", "--solvers", "sgd(batch=64)", "--metric", "objective", "--json")
                .json();
        assertThat(json.text("recommendation")).startsWith("Use --solver newton");
        assertThat(json.objects("table")).extracting(row -> row.text("method")).contains("newton", "sgd(batch=64)");
        assertThat(json.objects("cells")).hasSize(2);
    }

    @Test
    void rowsHeldOutMayJudge() {
        JsonObject json = compare(
                        "--solvers",
                        "lbfgs",
                        "--solvers",
                        "saga",
                        "--metric",
                        "log-loss",
                        "--tolerance",
                        "1e-2",
                        "--json")
                .json();
        assertThat(json.objects("data").get(0).whole("rows")).isLessThan(569);
        assertThat(json.text("recommendation")).contains("excess of the loss on rows held out");
    }

    @Test
    void stepSizesAreTriedOnRequest() throws Exception {
        Outcome outcome = compare("--solvers", "sgd", "--solvers", "lbfgs", "--step-sizes");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("step-sizes.csv"))).hasSize(8);
    }

    @Test
    void mistakesAreToldInALine() {
        for (List<String> mistake : List.of(
                List.of("--metric", "speed"),
                List.of("--budget", "soon"),
                List.of("--solvers", "newtn"),
                List.of("--tolerance", "0"),
                List.of("--task", "guess"),
                List.of("--loss", "huber"))) {
            Outcome outcome = compare(mistake.toArray(String[]::new));
            assertThat(outcome.exit()).as("%s", mistake).isEqualTo(Exit.USAGE);
            assertThat(outcome.err()).hasLineCount(1);
        }
        Outcome board = Outcome.of("board", folder.resolve("nowhere").toString());
        assertThat(board.exit()).isEqualTo(Exit.DATA);
        assertThat(board.err()).contains("there is no such folder").hasLineCount(1);
    }
}
