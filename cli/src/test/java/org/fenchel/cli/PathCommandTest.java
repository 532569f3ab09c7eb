package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Paths of penalties on the command line. */
class PathCommandTest {
    private static final String CANCER = ExampleFiles.example("breast-cancer.csv");
    private static final String DIABETES = ExampleFiles.example("diabetes.csv");

    private static Outcome train(String... args) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(Arrays.asList(args));
        return Outcome.of(all.toArray(String[]::new));
    }

    @Test
    void aPathBeginsWithoutWeightsAndChoosesTheBest() {
        JsonObject json = train(
                        "logistic",
                        CANCER,
                        "--target",
                        "diagnosis",
                        "--scale",
                        "standard",
                        "--l1",
                        "auto",
                        "--path=12",
                        "--cv",
                        "3",
                        "--json")
                .json();
        JsonObject selection = json.object("selection");
        List<JsonObject> path = selection.objects("path");
        int chosen = selection.count("chosen");
        assertThat(path).hasSize(12);
        assertThat(path.get(0).count("nonZeros")).isZero();
        assertThat(path.get(1).count("nonZeros")).isPositive();
        assertThat(path.get(0).number("l1") / path.get(11).number("l1")).isCloseTo(1000, within(1.0));
        for (int k = 0; k < 12; k++) {
            assertThat(path.get(k).number("relativeGap")).isLessThanOrEqualTo(1e-6);
            assertThat(mean(path.get(k))).isGreaterThanOrEqualTo(mean(path.get(chosen)));
        }
        assertThat(selection.text("score")).isEqualTo("log-loss");
        assertThat(json.number("objective")).isEqualTo(path.get(chosen).number("objective"));
        // The penalty as it is told makes the same model again.
        JsonObject again = train(
                        "logistic",
                        CANCER,
                        "--target",
                        "diagnosis",
                        "--scale",
                        "standard",
                        "--l1",
                        Double.toString(path.get(chosen).number("l1")),
                        "--json")
                .json();
        assertThat(again.number("objective")).isCloseTo(json.number("objective"), within(2e-6));
        assertThat(again.text("penalty")).isEqualTo(json.text("penalty"));
    }

    private static double mean(JsonObject point) {
        return point.object("metrics").object("log-loss").number("mean");
    }

    @Test
    void oneStandardErrorTakesAStrongerPenalty() {
        String[] options = {
            "linear",
            DIABETES,
            "--target",
            "progression",
            "--scale",
            "standard",
            "--l1",
            "auto",
            "--path",
            "20",
            "--cv",
            "5",
            "--json"
        };
        int best = train(options).json().object("selection").count("chosen");
        String[] careful = Arrays.copyOf(options, options.length + 2);
        careful[options.length] = "--rule";
        careful[options.length + 1] = "1se";
        JsonObject selection = train(careful).json().object("selection");
        int chosen = selection.count("chosen");
        List<JsonObject> path = selection.objects("path");
        assertThat(chosen).isLessThan(best);
        double limit = path.get(best).object("metrics").object("rmse").number("mean")
                + path.get(best).object("metrics").object("rmse").number("standardError");
        assertThat(path.get(chosen).object("metrics").object("rmse").number("mean"))
                .isLessThanOrEqualTo(limit);
        assertThat(path.get(chosen - 1).object("metrics").object("rmse").number("mean"))
                .isGreaterThan(limit);
    }

    @Test
    void aPathMayEndAtAPenaltyAndMoveOneOfTwo() {
        JsonObject both = train(
                        "linear",
                        DIABETES,
                        "--target",
                        "progression",
                        "--scale",
                        "standard",
                        "--l1",
                        "0.5",
                        "--l2",
                        "0.1",
                        "--path=5",
                        "--json")
                .json();
        List<JsonObject> path = both.object("selection").objects("path");
        assertThat(path.get(4).number("l1")).isEqualTo(0.5);
        assertThat(path.get(4).number("l2")).isEqualTo(0.1);
        assertThat(path.get(0).number("l1") / path.get(0).number("l2")).isCloseTo(5, within(1e-9));
        assertThat(both.object("selection").count("chosen")).isEqualTo(4);
        assertThat(both.object("selection").text("by")).isEqualTo("none");
        JsonObject one = train(
                        "linear",
                        DIABETES,
                        "--target",
                        "progression",
                        "--scale",
                        "standard",
                        "--l1",
                        "auto",
                        "--l2",
                        "0.1",
                        "--path=5",
                        "--validation",
                        "0.3",
                        "--score",
                        "mae",
                        "--json")
                .json();
        JsonObject selection = one.object("selection");
        assertThat(selection.objects("path")).allMatch(point -> point.number("l2") == 0.1);
        assertThat(selection.text("by")).isEqualTo("validation");
        JsonObject mae = selection
                .objects("path")
                .get(selection.count("chosen"))
                .object("metrics")
                .object("mae");
        assertThat(mae.number("standardError")).isBetween(0.5, 10.0);
        // chosen on a part of the rows, fitted to all of them
        assertThat(one.count("n")).isEqualTo(442);
    }

    @Test
    void tablesNameTheChosenPenalty() {
        Outcome path = train(
                "svm", CANCER, "--target", "diagnosis", "--scale", "standard", "--l2", "auto", "--path=4", "--cv", "3");
        assertThat(path.exit()).as(path.err()).isZero();
        assertThat(path.out())
                .contains("Path    4 penalties, judged by the accuracy in 3 folds of cross-validation:")
                .contains("not zero")
                .contains("* chosen: the best, fitted to all rows");
        Outcome alone =
                train("svm", CANCER, "--target", "diagnosis", "--scale", "standard", "--l2", "0.01", "--cv", "3");
        assertThat(alone.out())
                .contains("Scores  in 3 folds of cross-validation:")
                .contains("mean-loss");
        Outcome unjudged =
                train("svm", CANCER, "--target", "diagnosis", "--scale", "standard", "--l2", "0.01", "--path=4");
        assertThat(unjudged.out()).contains("* kept: the last; --cv 5 would choose by scores");
    }
}
