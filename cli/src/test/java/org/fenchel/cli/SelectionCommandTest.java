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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths, cross-validation, early stopping, class weights and standard errors on the command line. */
class SelectionCommandTest {
    private static final String CANCER = ExampleFiles.example("breast-cancer.csv");
    private static final String DIABETES = ExampleFiles.example("diabetes.csv");

    @TempDir
    private Path folder;

    private static Outcome train(String... args) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(Arrays.asList(args));
        return Outcome.of(all.toArray(String[]::new));
    }

    private Path write(String name, String header, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        return Files.write(file, all);
    }

    private static List<String> pick(List<String> lines, int[] rows) {
        return Arrays.stream(rows).mapToObj(lines::get).toList();
    }

    /** Numbers with missing cells, a category of which some levels are rare, and a class or a count. */
    private static List<String> messyRows(boolean counts) {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            double x = 10 * random.nextGaussian() + (i == 3 ? 500 : 0);
            String cell = i % 9 == 4 ? "" : Double.toString(x);
            String level = i == 7 ? "rare" : List.of("red", "green", "blue").get(random.nextInt(3));
            String y = counts ? Integer.toString(random.nextInt(5)) : x + 20 * random.nextGaussian() > 0 ? "yes" : "no";
            lines.add(cell + "," + random.nextGaussian() + "," + level + "," + (1 + random.nextInt(3)) + ","
                    + (0.5 + random.nextDouble()) + "," + y);
        }
        return lines;
    }

    /** The folds made by hand: each a file to train on and a file to evaluate, so that nothing can leak. */
    private void requireFoldsByHand(String metric, int[] strata, List<String> lines, String... options)
            throws IOException {
        String header = "x,u,colour,w,time,y";
        Path whole = write("whole.csv", header, lines);
        Folds folds = Folds.stratified(strata, 4, 42);
        double sum = 0;
        for (int f = 0; f < 4; f++) {
            Path train = write("train.csv", header, pick(lines, folds.train(f)));
            Path test = write("test.csv", header, pick(lines, folds.test(f)));
            Path model = folder.resolve("fold.model");
            List<String> command = new ArrayList<>(List.of(options));
            command.addAll(List.of("--out", model.toString(), "--quiet", "--tolerance", "1e-10"));
            command.add(1, train.toString());
            assertThat(train(command.toArray(String[]::new)).exit()).isZero();
            JsonObject evaluated = Outcome.of("evaluate", model.toString(), test.toString(), "--json")
                    .json();
            sum += evaluated.object("metrics").object(metric).number("value");
        }
        List<String> command = new ArrayList<>(List.of(options));
        command.addAll(List.of("--cv", "4", "--json", "--tolerance", "1e-10"));
        command.add(1, whole.toString());
        JsonObject point = train(command.toArray(String[]::new))
                .json()
                .object("selection")
                .objects("path")
                .get(0);
        assertThat(point.object("metrics").object(metric).number("mean")).isCloseTo(sum / 4, within(1e-6 * sum));
    }

    @Test
    void foldsOfClassesLearnNothingFromTheRowsTheyAreJudgedBy() throws IOException {
        List<String> lines = messyRows(false);
        int[] strata = new int[lines.size()];
        String first = lines.get(0).substring(lines.get(0).lastIndexOf(',') + 1);
        for (int i = 0; i < strata.length; i++) {
            strata[i] = lines.get(i).endsWith("," + first) ? 0 : 1;
        }
        String[] options = {
            "logistic", "--target", "y", "--weight", "w", "--scale", "standard", "--missing", "mean", "--l2", "0.01"
        };
        requireFoldsByHand("log-loss", strata, lines, options);
        requireFoldsByHand("auc", strata, lines, options);
    }

    @ParameterizedTest
    @CsvSource({"log", "identity"})
    void foldsOfCountsHaveTheirExposuresAndWeights(String link) throws IOException {
        List<String> lines = messyRows(true);
        requireFoldsByHand(
                "deviance",
                new int[lines.size()],
                lines,
                "poisson",
                "--target",
                "y",
                "--weight",
                "w",
                "--exposure",
                "time",
                "--scale",
                "minmax",
                "--missing",
                "mean",
                "--link",
                link,
                "--l2",
                "0.1");
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

    @Test
    void validationStopsEarlyAndKeepsTheBest() throws IOException {
        Path trace = folder.resolve("trace.csv");
        Path model = folder.resolve("best.model");
        Outcome outcome = train(
                "logistic",
                CANCER,
                "--target",
                "diagnosis",
                "--scale",
                "standard",
                "--solver",
                "adam(step=0.05)",
                "--validation",
                "0.3",
                "--patience",
                "4",
                "--score",
                "auc",
                "--trace",
                trace.toString(),
                "--out",
                model.toString(),
                "--json");
        JsonObject json = outcome.json();
        assertThat(json.text("stop")).isEqualTo("validation");
        assertThat(json.count("n")).isEqualTo(398);
        List<JsonObject> points = json.objects("trace");
        double best = points.stream()
                .mapToDouble(point -> point.number("validation"))
                .max()
                .orElseThrow();
        assertThat(best).isBetween(0.9, 1.0);
        int first = 0;
        while (points.get(first).number("validation") < best) {
            first++;
        }
        assertThat(points.size() - 1 - first).isEqualTo(4);
        assertThat(Files.readAllLines(trace).get(0)).endsWith(",onlineLoss,validation");
        assertThat(json.number("gap")).isPositive();
    }

    @Test
    void classWeightsMultiplySampleWeights() throws IOException {
        List<String> rows = List.of("1,1,p", "2,1,p", "2.5,2,q", "3,1,q", "0.5,3,q", "2.2,1,q");
        Path data = write("data.csv", "x,w,class", rows);
        List<String> weighted = List.of("1,3,p", "2,3,p", "2.5,2,q", "3,1,q", "0.5,3,q", "2.2,1,q");
        Path byHand = write("by-hand.csv", "x,w,class", weighted);
        String[] common = {"--target", "class", "--weight", "w", "--l2", "0.1", "--tolerance", "1e-12", "--json"};
        double expected =
                train(with(common, "logistic", byHand.toString())).json().number("objective");
        JsonObject named = train(with(common, "logistic", data.toString(), "--class-weight", "p=3"))
                .json();
        assertThat(named.number("objective")).isCloseTo(expected, within(1e-11));
        assertThat(named.object("classWeights").number("p")).isEqualTo(3);
        // weights 2 and 7 in total: balanced is 9/4 and 9/14, in the ratio 3.5
        JsonObject balanced = train(with(common, "logistic", data.toString(), "--class-weight", "balanced"))
                .json();
        assertThat(balanced.object("classWeights").number("p")).isCloseTo(2.25, within(1e-12));
        assertThat(balanced.object("classWeights").number("q")).isCloseTo(9.0 / 14, within(1e-12));
        Path model = folder.resolve("m.model");
        train(with(common, "svm", data.toString(), "--class-weight", "balanced", "--out", model.toString()));
        assertThat(Outcome.of("inspect", model.toString(), "--json")
                        .json()
                        .object("provenance")
                        .object("options")
                        .text("class-weight"))
                .isEqualTo("balanced");
    }

    @Test
    void severalClassesMayBeWeightedToo() throws IOException {
        List<String> rows = List.of("1,p", "2,p", "2.5,q", "3,q", "0.5,r", "2.2,q", "0.1,r", "0.4,q");
        Path data = write("three.csv", "x,class", rows);
        List<String> weighted =
                List.of("1,3,p", "2,3,p", "2.5,1,q", "3,1,q", "0.5,1,r", "2.2,1,q", "0.1,1,r", "0.4,1,q");
        Path byHand = write("three-by-hand.csv", "x,w,class", weighted);
        String[] common = {"--target", "class", "--l2", "0.1", "--tolerance", "1e-10", "--json"};
        double expected = train(with(common, "multinomial", byHand.toString(), "--weight", "w"))
                .json()
                .number("objective");
        JsonObject named = train(with(common, "multinomial", data.toString(), "--class-weight", "p=3"))
                .json();
        assertThat(named.number("objective")).isCloseTo(expected, within(1e-9));
        JsonObject balanced = train(with(common, "multinomial", data.toString(), "--class-weight", "balanced"))
                .json();
        assertThat(balanced.object("classWeights").number("q")).isCloseTo(8.0 / (3 * 4), within(1e-12));
        Outcome unknown = train(with(common, "multinomial", data.toString(), "--class-weight", "s=2"));
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.err()).contains("known: p, q, r");
    }

    private static String[] with(String[] common, String... first) {
        List<String> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(common));
        return all.toArray(String[]::new);
    }

    /** lm(progression ~ .) of the diabetes data, by numpy: whatever the scaling, the data's own units. */
    @ParameterizedTest
    @CsvSource({"none", "standard", "minmax"})
    void standardErrorsAreInDataUnits(String scale) {
        Path model = folder.resolve("se.model");
        JsonObject json = train(
                        "linear",
                        DIABETES,
                        "--target",
                        "progression",
                        "--scale",
                        scale,
                        "--standard-errors",
                        "--out",
                        model.toString(),
                        "--json")
                .json();
        JsonObject errors = json.object("standardErrors");
        assertThat(errors.number("degreesOfFreedom")).isEqualTo(431);
        JsonObject bmi = coefficient(errors, "bmi");
        assertThat(bmi.number("weight")).isCloseTo(BMI[0], within(1e-4));
        assertThat(bmi.number("standardError")).isCloseTo(BMI[1], within(1e-5));
        assertThat(bmi.number("statistic")).isCloseTo(BMI[2], within(1e-4));
        JsonObject intercept = coefficient(errors, "(intercept)");
        assertThat(intercept.number("weight")).isCloseTo(INTERCEPT[0], within(0.2));
        assertThat(intercept.number("standardError")).isCloseTo(INTERCEPT[1], within(1e-2));
        assertThat(Outcome.of("inspect", model.toString(), "--json").json().object("standardErrors"))
                .hasToString(errors.toString());
        Outcome shown = Outcome.of("inspect", model.toString());
        assertThat(shown.out())
                .contains("with model standard errors")
                .contains("p-value")
                .contains("bmi");
    }

    private static final double[] BMI = {5.602962091923705, 0.7171055005609198, 7.813302348874843};
    private static final double[] INTERCEPT = {-334.56713851878743, 67.4546211042877};

    private static JsonObject coefficient(JsonObject errors, String feature) {
        return errors.objects("coefficients").stream()
                .filter(weight -> weight.text("feature").equals(feature))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void robustStandardErrorsNeedNoLikelihood() {
        Outcome huber = train(
                "linear",
                DIABETES,
                "--target",
                "progression",
                "--scale",
                "standard",
                "--loss",
                "huber(delta=50)",
                "--standard-errors=robust");
        assertThat(huber.exit()).as(huber.err()).isZero();
        assertThat(huber.out()).contains("with robust standard errors").contains("  z  ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cv 1 | 2 folds or more",
                "--cv 300 | too few for 300 folds",
                "--path | no penalty to go along",
                "--l1 auto | add --path --cv 5",
                "--path=1 --l1 auto | 2 penalties or more",
                "--l1 abc | is not a number",
                "--l1 nan | is not a number",
                "--l1 1e9 --path | leaves nothing to gain already",
                "--validation 1 | share between 0 and 1",
                "--validation 0.2 --cv 5 | give one of them",
                "--validation 0.0001 | leaves one side",
                "--patience 3 | --patience has no effect",
                "--validation 0.2 --patience 0 | above 0",
                "--rule 1se --cv 5 | nothing to choose from",
                "--rule half --cv 5 --path --l1 auto | known: best, 1se",
                "--score auc | nothing to judge by",
                "--score rmse --cv 5 | known: log-loss, auc",
                "--class-weight benign | write balanced",
                "--class-weight benign=x | number above 0",
                "--class-weight good=2 | known: benign, malignant",
                "--class-weight benign=2,benign=3 | twice",
                "--standard-errors --l2 1 | have no standard errors",
                "--standard-errors=sometimes | known: model, robust",
                "--standard-errors --scale standard | separate the classes",
                "--standard-errors --path --l1 auto | leave one of them out",
            })
    void mistakesAreOneClearLine(String options, String message) {
        Outcome outcome = train(with(options.split(" "), "logistic", CANCER, "--target", "diagnosis", "--quiet"));
        assertThat(outcome.exit()).isBetween(2, 3);
        assertThat(outcome.errLines()).hasSize(1);
        assertThat(outcome.err()).contains(message);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void optionalValuesLeaveTheFileAlone() {
        JsonObject json = train("linear", "--path", DIABETES, "--target", "progression", "--l1", "auto", "--json")
                .json();
        assertThat(json.object("selection").objects("path")).hasSize(50);
        Outcome errors = train("linear", "--standard-errors", DIABETES, "--target", "progression");
        assertThat(errors.exit()).as(errors.err()).isZero();
        assertThat(errors.out()).contains("with model standard errors");
    }

    @Test
    void dependentColumnsAreNamed() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(i % 7 + "," + (i % 7 * 2 + 1) + "," + i % 11);
        }
        Path data = write("dependent.csv", "a,b,y", rows);
        Outcome outcome = train("linear", data.toString(), "--target", "y", "--standard-errors");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("'b' is a combination of").contains("'a'");
    }
}
