package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The train commands on small tables: what they print, save and refuse. */
class TrainCommandTest {
    private static final String SPAM = ExampleFiles.example("spambase.csv");
    private static final String DIABETES = ExampleFiles.example("diabetes.csv");

    @TempDir
    Path folder;

    private static JsonObject train(String... args) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(args));
        all.add("--json");
        return Outcome.of(all.toArray(String[]::new)).json();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void jsonHoldsWhatProgramsNeed() {
        JsonObject json = train("logistic", SPAM, "--target", "type", "--scale", "minmax", "--l2", "1e-3");
        assertThat(json.whole("n")).isEqualTo(4601);
        assertThat(json.whole("d")).isEqualTo(57);
        assertThat(json.number("gap")).isEqualTo(json.number("objective") - json.number("dual"));
        assertThat(json.number("relativeGap")).isBetween(0.0, 1e-6);
        assertThat(json.text("stop")).isEqualTo("certified");
        assertThat(json.text("solver")).matches("(sdca|proximal-point|newton|lbfgs).*");
        assertThat(json.number("passes")).isPositive();
        assertThat(json.object("seconds").fields()).containsOnlyKeys("read", "fit", "write");
        assertThat(json.objects("trace")).isNotEmpty();
        assertThat(json.text("positive")).isEqualTo("spam");
        assertThat(json.has("radius"))
                .as("with a penalty the bound holds everywhere")
                .isFalse();
    }

    @Test
    void explainSaysHowTheMethodWasChosen() {
        String[] fit = {
            "train", "logistic", SPAM, "--target", "type", "--l2", "1e-3", "--scale", "standard", "--explain"
        };
        String out = Outcome.of(fit).out();
        assertThat(out)
                .contains("Plan    for 4,601 rows, 57 features, 100 % filled, and a relative gap of 1.0e-6")
                .containsPattern("method +expected +why")
                .containsPattern("newton +\\d+ ms +\\d+ Newton steps")
                .containsPattern("least-squares +- +the loss logistic has no closed form");
        JsonObject plan = train(
                        "logistic", SPAM, "--target", "type", "--l2", "1e-3", "--scale", "standard", "--explain")
                .object("plan");
        assertThat(plan.text("chosen")).isEqualTo(plan.objects("methods").get(0).text("solver"));
        assertThat(plan.objects("refused")).hasSize(1);
        assertThat(plan.number("accuracy")).isEqualTo(1e-6);
    }

    @Test
    void jsonStandsAloneOnStandardOutput() {
        Outcome outcome = Outcome.of("train", "linear", DIABETES, "--target", "progression", "--json");
        assertThat(outcome.out()).startsWith("{").endsWith("}\n").doesNotContain("NaN", "Infinity");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void peopleReadTheProofAndTheNextCommand() {
        String out = folder.resolve("m.fenchel").toString();
        Outcome outcome = Outcome.of("train", "linear", DIABETES, "--target", "progression", "--l2", "1", "--out", out);
        assertThat(outcome.out())
                .contains("442 rows", "10 features", "proven within", "of the best possible", "stopped after")
                .contains("Saved   " + out, "fenchel evaluate " + out);
        assertThat(outcome.out().lines().count()).isLessThan(40);
    }

    @Test
    void withoutOutNothingIsWritten() throws IOException {
        Outcome outcome = Outcome.of("train", "linear", DIABETES, "--target", "progression");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("not saved", "--out");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void quietPrintsNothing() {
        Outcome outcome = Outcome.of("train", "linear", DIABETES, "--target", "progression", "--quiet");
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void theTargetMayBeGivenByItsPlace() {
        double byName = train("linear", DIABETES, "--target", "progression").number("objective");
        assertThat(train("linear", DIABETES, "--target", "11").number("objective"))
                .isEqualTo(byName);
        assertThat(train("linear", DIABETES, "--target", "-1").number("objective"))
                .isEqualTo(byName);
    }

    @Test
    void leastSquaresOfOneFeatureByHand() throws IOException {
        // y = 1 + 2 x with errors 1, -1, -1, 1 orthogonal to 1 and x: mean of half squares 1/2
        Path data = file("line.csv", "x,y\n0,2\n1,2\n2,4\n3,8\n");
        JsonObject json = train("linear", data.toString(), "--target", "y", "--tolerance", "1e-12");
        assertThat(json.number("objective")).isCloseTo(0.5, within(1e-10));
        assertThat(json.has("radius"))
                .as("without a penalty the bound is for a ball")
                .isTrue();
    }

    @Test
    void weightsCountAsRepeatedRows() throws IOException {
        Path weighted = file("weighted.csv", "x,w,y\n0,1,2\n1,2,2\n2,0,9\n3,1,8\n");
        Path repeated = file("repeated.csv", "x,y\n0,2\n1,2\n1,2\n3,8\n");
        JsonObject a = train("linear", weighted.toString(), "--target", "y", "--weight", "w", "--l2", "0.1");
        JsonObject b = train("linear", repeated.toString(), "--target", "y", "--l2", "0.1");
        assertThat(a.number("objective")).isCloseTo(b.number("objective"), within(1e-9));
        assertThat(a.whole("d")).isEqualTo(1);
    }

    @Test
    void offsetsAreAddedToTheMargin() throws IOException {
        Path data = file("offset.csv", "x,o,y\n0,1,2\n1,2,2\n2,0,9\n3,1,8\n");
        Path moved = file("moved.csv", "x,y\n0,1\n1,0\n2,9\n3,7\n");
        JsonObject a = train("linear", data.toString(), "--target", "y", "--offset", "o", "--l2", "0.1");
        JsonObject b = train("linear", moved.toString(), "--target", "y", "--l2", "0.1");
        assertThat(a.number("objective")).isCloseTo(b.number("objective"), within(1e-9));
    }

    @Test
    void exposureWithTheLogLinkIsAnOffset() throws IOException {
        Path exposed = file("exposed.csv", "x,e,y\n0,1,2\n1,2,2\n2,0.5,1\n3,1,8\n");
        Path offset = file("offset.csv", "x,o,y\n0,0,2\n1," + Math.log(2) + ",2\n2," + Math.log(0.5) + ",1\n3,0,8\n");
        JsonObject a = train("poisson", exposed.toString(), "--target", "y", "--exposure", "e", "--l2", "0.1");
        JsonObject b = train("poisson", offset.toString(), "--target", "y", "--offset", "o", "--l2", "0.1");
        assertThat(a.number("objective")).isCloseTo(b.number("objective"), within(1e-9));
    }

    @Test
    void exposureWithTheIdentityLinkWeighsRates() throws IOException {
        Path exposed = file("exposed.csv", "x,e,y\n0,1,2\n1,2,2\n2,0.5,1\n3,1,8\n");
        Path rates = file("rates.csv", "x,w,y\n0,1,2\n1,2,1\n2,0.5,2\n3,1,8\n");
        String[] rest = {"--target", "y", "--link", "identity", "--l2", "0.1"};
        JsonObject a = train(with(rest, "poisson", exposed.toString(), "--exposure", "e"));
        JsonObject b = train(with(rest, "poisson", rates.toString(), "--weight", "w"));
        assertThat(a.number("objective")).isCloseTo(b.number("objective"), within(1e-6));
        assertThat(a.whole("d")).isEqualTo(1);
    }

    private static String[] with(String[] rest, String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }

    @Test
    void epochsOfAStochasticSolverArePassesAndNoMistake() {
        JsonObject json = train(
                "logistic",
                SPAM,
                "--target",
                "type",
                "--scale",
                "minmax",
                "--solver",
                "proximal-point(batch=4,step=1)",
                "--epochs",
                "3");
        assertThat(json.text("stop")).isEqualTo("passes");
        assertThat(json.number("passes")).isEqualTo(3);
        List<JsonObject> trace = json.objects("trace");
        assertThat(trace.get(trace.size() - 1).number("onlineLoss")).isBetween(0.2, 0.5);
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        String[] args = {
            "logistic",
            SPAM,
            "--target",
            "type",
            "--scale",
            "minmax",
            "--solver",
            "proximal-point(batch=16,step=1)",
            "--epochs",
            "2"
        };
        double one = train(args).number("objective");
        assertThat(train(args).number("objective")).isEqualTo(one);
        assertThat(train(with(new String[] {"--seed", "7"}, args)).number("objective"))
                .isNotEqualTo(one);
    }

    @Test
    void aTestSplitIsHeldOutAndMeasured() {
        JsonObject json = train("linear", DIABETES, "--target", "progression", "--test-split", "0.25", "--l2", "0.1");
        assertThat(json.whole("n")).isEqualTo(442 - 111);
        JsonObject test = json.object("test");
        assertThat(test.whole("n")).isEqualTo(111); // 110.5, rounded
        JsonObject rmse = test.object("metrics").object("rmse");
        assertThat(rmse.number("value"))
                .isBetween(rmse.number("low"), rmse.number("high"))
                .isBetween(40.0, 80.0);
    }

    @Test
    void tracesAreCsvOrJsonLines() throws IOException {
        Path csv = folder.resolve("trace.csv");
        Path jsonl = folder.resolve("trace.jsonl");
        train("linear", DIABETES, "--target", "progression", "--l2", "1", "--trace", csv.toString());
        train("linear", DIABETES, "--target", "progression", "--l2", "1", "--trace", jsonl.toString());
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("passes,seconds,objective,dual,relativeGap,onlineLoss");
        assertThat(lines.get(1).split(",", -1)).hasSize(6);
        List<String> objects = Files.readAllLines(jsonl);
        assertThat(objects).hasSameSizeAs(lines.subList(1, lines.size()));
        assertThat(JsonObject.parse(objects.get(0)).number("passes")).isZero();
    }

    @Test
    void aWarmStartIsNearlyTheEnd() {
        String model = folder.resolve("m.fenchel").toString();
        String[] args = {"logistic", SPAM, "--target", "type", "--l2", "1e-3", "--scale", "minmax"};
        train(with(new String[] {"--out", model}, args));
        JsonObject again = train(with(new String[] {"--warm-start", model}, args));
        assertThat(again.number("passes")).isLessThanOrEqualTo(1);
        // by names and in the data's units: also where the scaling is another
        args[7] = "standard";
        List<JsonObject> trace =
                train(with(new String[] {"--warm-start", model}, args)).objects("trace");
        assertThat(trace.get(0).number("objective")).isLessThan(0.69);
    }

    @Test
    void groupsWeighTheirRootSizes() throws IOException {
        Path data = file("groups.csv", "a,b,c,y\n1,2,1,3\n2,1,5,4\n0,3,2,6\n4,4,4,1\n3,1,0,2\n");
        Path groups = file("groups.txt", "feature,group\n# two together\na,one\nb,one\n");
        JsonObject zero = train(
                "linear",
                data.toString(),
                "--target",
                "y",
                "--l1",
                "100",
                "--groups",
                groups.toString(),
                "--no-intercept");
        assertThat(zero.number("objective")).isCloseTo((9 + 16 + 36 + 1 + 4) / 10.0, within(1e-9));
    }

    @Test
    void missingCellsAreFilledInOrTheirRowsDropped() throws IOException {
        Path data = file("holes.csv", "a,y\n1,3\n,4\n3,6\n4,1\n");
        assertThat(train("linear", data.toString(), "--target", "y", "--missing", "mean")
                        .whole("n"))
                .isEqualTo(4);
        assertThat(train("linear", data.toString(), "--target", "y", "--missing", "drop")
                        .whole("n"))
                .isEqualTo(3);
    }

    @Test
    void categoriesBecomeOneFeatureEach() throws IOException {
        Path data = file("words.csv", "colour,zip,y\nred,1,1\nblue,2,2\nred,1,3\ngreen,3,5\n");
        assertThat(train("linear", data.toString(), "--target", "y", "--l2", "1")
                        .whole("d"))
                .isEqualTo(4);
        assertThat(train("linear", data.toString(), "--target", "y", "--l2", "1", "--categorical", "zip")
                        .whole("d"))
                .isEqualTo(6);
        assertThat(train("linear", data.toString(), "--target", "y", "--l2", "1", "--exclude", "zip")
                        .whole("d"))
                .isEqualTo(3);
    }

    @Test
    void separableClassesWithoutAPenaltyAreNamed() throws IOException {
        Path data = file("separable.csv", "a,y\n1,no\n2,no\n3,yes\n4,yes\n");
        Outcome outcome = Outcome.of("train", "logistic", data.toString(), "--target", "y");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).startsWith("warning: ").contains("--l2").hasLineCount(1);
    }

    @Test
    void constantColumnsAndHugeValuesGiveAModelOfNumbersOrAreRefused() throws IOException {
        Path constant = file("constant.csv", "a,b,y\n1,7,3\n2,7,4\n4,7,7\n");
        Path huge = file("huge.csv", "a,b,y\n1e300,2,3\n-1e300,3,4\n4e307,5,6\n1,1,-1e308\n");
        Path hugeTarget = file("huge-target.csv", "a,b,y\n1,2,1e300\n2,3,-1e300\n4,5,1.5e308\n1,1,-1.5e308\n");
        for (Path data : List.of(constant, huge, hugeTarget)) {
            for (String scale : List.of("none", "minmax", "standard")) {
                Path model = folder.resolve("m.fenchel");
                Files.deleteIfExists(model);
                Outcome outcome = Outcome.of(
                        "train",
                        "linear",
                        data.toString(),
                        "--target",
                        "y",
                        "--scale",
                        scale,
                        "--out",
                        model.toString());
                if (outcome.exit() == 0) {
                    JsonObject inspected =
                            Outcome.of("inspect", model.toString(), "--json").json();
                    assertThat(Double.isFinite(inspected.object("intercept").number("fitted")))
                            .isTrue();
                    for (JsonObject weight : inspected.objects("weights")) {
                        assertThat(Double.isFinite(weight.number("fitted"))).isTrue();
                        assertThat(Double.isFinite(weight.number("original"))).isTrue();
                    }
                } else {
                    assertThat(outcome.exit()).isEqualTo(3);
                    assertThat(outcome.err())
                            .hasLineCount(1)
                            .contains(data.toString())
                            .contains("; ");
                    assertThat(model).doesNotExist();
                }
            }
        }
    }

    @Test
    void everyLossOfEveryTaskFits() throws IOException {
        for (String loss : List.of("squared", "absolute", "huber", "quantile", "epsilon-insensitive")) {
            JsonObject json = train(
                    "linear",
                    DIABETES,
                    "--target",
                    "progression",
                    "--scale",
                    "standard",
                    "--l2",
                    "0.1",
                    "--loss",
                    loss);
            assertThat(json.number("relativeGap")).as(loss).isLessThan(1e-6);
        }
        String cancer = ExampleFiles.example("breast-cancer.csv");
        for (String loss : List.of("hinge", "squared-hinge", "smoothed-hinge")) {
            JsonObject json =
                    train("svm", cancer, "--target", "-1", "--scale", "standard", "--l2", "0.1", "--loss", loss);
            assertThat(json.number("relativeGap")).as(loss).isLessThan(1e-6);
        }
        Path counts = file("counts.csv", "a,b,y\n1,2,3\n2,3,0\n4,5,6\n1,1,2\n3,3,3\n");
        for (String link : List.of("log", "identity")) {
            JsonObject json = train("poisson", counts.toString(), "--target", "y", "--l2", "0.1", "--link", link);
            assertThat(json.number("relativeGap")).as(link).isLessThan(1e-6);
        }
    }
}
