package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fenchel.io.json.JsonObject;
import org.fenchel.select.Folds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths, cross-validation and early stopping of models of several classes on the command line. */
class MultinomialSelectionTest {
    private static final String HEADER = "x,u,colour,w,kind";

    @TempDir
    private Path folder;

    private Path data;
    private final List<String> lines = new ArrayList<>();

    /** Numbers with missing cells, a category of which a level is rare, weights, and three kinds. */
    @BeforeEach
    void write() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 90; i++) {
            double x = random.nextGaussian();
            double u = random.nextGaussian();
            String colour = i == 7 ? "rare" : List.of("red", "green", "blue").get(random.nextInt(3));
            double noisy = x + 0.5 * random.nextGaussian();
            String kind = noisy < -0.5 ? "low" : noisy > 0.5 ? "high" : "middle";
            lines.add((i % 9 == 4 ? "" : Double.toString(x)) + "," + u + "," + colour + "," + (1 + random.nextInt(3))
                    + "," + kind);
        }
        data = file("data.csv", lines);
    }

    private Path file(String name, List<String> rows) throws IOException {
        List<String> all = new ArrayList<>(List.of(HEADER));
        all.addAll(rows);
        return Files.write(folder.resolve(name), all);
    }

    private static Outcome train(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of(
                "train",
                "multinomial",
                file.toString(),
                "--target",
                "kind",
                "--weight",
                "w",
                "--scale",
                "standard",
                "--missing",
                "mean"));
        all.addAll(Arrays.asList(options));
        return Outcome.of(all.toArray(String[]::new));
    }

    private static List<String> pick(List<String> lines, int[] rows) {
        return Arrays.stream(rows).mapToObj(lines::get).toList();
    }

    private static double mean(JsonObject point, String metric) {
        return point.object("metrics").object(metric).number("mean");
    }

    /** The folds made by hand: each a file to train on and a file to evaluate, so that nothing can leak. */
    @Test
    void foldsLearnNothingFromTheRowsTheyAreJudgedBy() throws IOException {
        List<String> kinds = new ArrayList<>();
        int[] strata = new int[lines.size()];
        for (int i = 0; i < strata.length; i++) {
            String kind = lines.get(i).substring(lines.get(i).lastIndexOf(',') + 1);
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
            strata[i] = kinds.indexOf(kind);
        }
        Folds folds = Folds.stratified(strata, 3, 42);
        double[] sums = new double[3];
        List<String> metrics = List.of("log-loss", "accuracy", "macro-f1");
        Path model = folder.resolve("fold.model");
        for (int f = 0; f < 3; f++) {
            Path learned = file("train.csv", pick(lines, folds.train(f)));
            Path judged = file("test.csv", pick(lines, folds.test(f)));
            assertThat(train(learned, "--l2", "0.01", "--tolerance", "1e-10", "--quiet", "--out", model.toString())
                            .exit())
                    .isZero();
            JsonObject evaluated = Outcome.of("evaluate", model.toString(), judged.toString(), "--json")
                    .json();
            for (int m = 0; m < 3; m++) {
                sums[m] += evaluated.object("metrics").object(metrics.get(m)).number("value");
            }
        }
        JsonObject point = train(data, "--l2", "0.01", "--tolerance", "1e-10", "--cv", "3", "--json")
                .json()
                .object("selection")
                .objects("path")
                .get(0);
        for (int m = 0; m < 3; m++) {
            assertThat(mean(point, metrics.get(m))).isCloseTo(sums[m] / 3, within(1e-6));
        }
    }

    @Test
    void aPathBeginsWithoutWeightsAndChoosesTheBest() {
        JsonObject json =
                train(data, "--l1", "auto", "--path=8", "--cv", "3", "--json").json();
        JsonObject selection = json.object("selection");
        List<JsonObject> path = selection.objects("path");
        int chosen = selection.count("chosen");
        assertThat(selection.text("score")).isEqualTo("log-loss");
        assertThat(path).hasSize(8);
        assertThat(path.get(0).count("nonZeros")).isZero();
        assertThat(path.get(1).count("nonZeros")).isPositive();
        for (JsonObject point : path) {
            assertThat(point.number("relativeGap")).isLessThanOrEqualTo(1e-6);
            assertThat(mean(point, "log-loss")).isGreaterThanOrEqualTo(mean(path.get(chosen), "log-loss"));
        }
        JsonObject again = train(data, "--l1", Double.toString(path.get(chosen).number("l1")), "--json")
                .json();
        assertThat(again.number("objective")).isCloseTo(json.number("objective"), within(2e-6));
        assertThat(again.text("penalty")).isEqualTo(json.text("penalty"));
    }

    @Test
    void aPathMayBeJudgedByRowsHeldOutAndAnotherScore() {
        JsonObject json = train(
                        data,
                        "--l2",
                        "auto",
                        "--path=6",
                        "--validation",
                        "0.3",
                        "--score",
                        "accuracy",
                        "--rule",
                        "1se",
                        "--json")
                .json();
        JsonObject selection = json.object("selection");
        assertThat(selection.text("by")).isEqualTo("validation");
        assertThat(selection.text("rule")).isEqualTo("1se");
        JsonObject accuracy = selection
                .objects("path")
                .get(selection.count("chosen"))
                .object("metrics")
                .object("accuracy");
        assertThat(accuracy.number("standardError")).isBetween(0.01, 0.2);
        // chosen on a part of the rows, fitted to all of them
        assertThat(json.count("n")).isEqualTo(90);
    }

    @Test
    void groupsOfFeaturesGoTogetherAlongAPath() throws IOException {
        Path groups = Files.write(folder.resolve("groups.csv"), List.of("feature,group", "x,a", "u,b"));
        Outcome outcome = train(data, "--l1", "auto", "--groups", groups.toString(), "--path=5", "--cv", "3", "--json");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<JsonObject> path = outcome.json().object("selection").objects("path");
        assertThat(path.get(0).count("nonZeros")).isZero();
        // a feature is there for all three kinds or for none
        assertThat(path.get(1).count("nonZeros") % 3).isZero();
        assertThat(path.get(1).count("nonZeros")).isPositive();
    }

    @Test
    void validationStopsEarlyAndKeepsTheBest() {
        JsonObject json = train(
                        data,
                        "--solver",
                        "adam(batch=4,step=0.05)",
                        "--validation",
                        "0.3",
                        "--patience",
                        "4",
                        "--score",
                        "macro-f1",
                        "--json")
                .json();
        assertThat(json.text("stop")).isEqualTo("validation");
        assertThat(json.count("n")).isEqualTo(64);
        List<JsonObject> points = json.objects("trace");
        double best = points.stream()
                .mapToDouble(point -> point.number("validation"))
                .max()
                .orElseThrow();
        assertThat(best).isBetween(0.5, 1.0);
        int first = 0;
        while (points.get(first).number("validation") < best) {
            first++;
        }
        assertThat(points.size() - 1 - first).isEqualTo(4);
    }

    @Test
    void tablesTellWhatWasChosen() {
        Outcome path = train(data, "--l1", "auto", "--path=4", "--cv", "3");
        assertThat(path.out())
                .contains("Path    4 penalties, judged by the log-loss in 3 folds of cross-validation:")
                .contains("* chosen: the best, fitted to all rows");
        assertThat(train(data, "--l1", "0.01", "--cv", "3").out())
                .contains("Scores  in 3 folds of cross-validation:")
                .contains("macro-f1");
        assertThat(train(data, "--solver", "adam", "--validation", "0.2").out())
                .contains("more held out, for the validation log-loss")
                .contains("* kept: the best on the rows held out");
    }

    @Test
    void nonsenseIsRefusedInWords() throws IOException {
        Outcome auto = train(data, "--l1", "auto");
        assertThat(auto.exit()).isEqualTo(2);
        assertThat(auto.err()).contains("--l1 is auto without a path to find it");
        Outcome metric = train(data, "--l1", "0.1", "--cv", "3", "--score", "auc");
        assertThat(metric.err()).contains("no score is named 'auc'; known: log-loss, accuracy, macro-f1");
        List<String> rare = new ArrayList<>(lines);
        rare.add("1,1,red,1,odd");
        Outcome folds = train(file("rare.csv", rare), "--l2", "0.1", "--cv", "3");
        assertThat(folds.exit()).isEqualTo(3);
        assertThat(folds.err()).contains("class 'odd' has 1 row, too few for 3 folds");
    }
}
