package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.fenchel.cli.console.Exit;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of several classes, from the table to the prediction. */
class MultinomialTest {
    @TempDir
    Path folder;

    private String file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Outcome good(String... args) {
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome;
    }

    private String train(String data, String... options) {
        String model = folder.resolve("m.fenchel").toString();
        good(Stream.concat(Stream.of("train", "multinomial", data, "--quiet", "--out", model), Arrays.stream(options))
                .toArray(String[]::new));
        return model;
    }

    /** Three classes around three corners, with a colour that says the same. */
    private String corners() {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder rows = new StringBuilder("x,colour,y,z\n");
        String[] names = {"\"a, b\"", "north", "south"};
        String[] colours = {"red", "green", "blue"};
        for (int i = 0; i < 120; i++) {
            int k = i % 3;
            rows.append((k == 1 ? 3 : 0) + random.nextDouble() * 4)
                    .append(',')
                    .append(colours[random.nextDouble() < 0.8 ? k : (k + 1) % 3])
                    .append(',')
                    .append(names[k])
                    .append(',')
                    .append((k == 2 ? 3 : 0) + random.nextDouble() * 4)
                    .append('\n');
        }
        return file("corners.csv", rows.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "sigmoids"})
    void classesComeWithAProbabilityEach(String loss) {
        String data = corners();
        String model = train(data, "--target", "y", "--l2", "1e-2", "--loss", loss);
        List<String> lines = good("predict", model, data).outLines();
        assertThat(lines).hasSize(121);
        assertThat(lines.get(0)).isEqualTo("label,\"a, b\",north,south");
        assertThat(lines.get(1)).startsWith("\"a, b\",0.");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.replace("\"a, b\"", "ab").split(",");
            double[] probabilities = Arrays.stream(cells)
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
            int named = List.of("ab", "north", "south").indexOf(cells[0]);
            assertThat(probabilities[named])
                    .isEqualTo(Arrays.stream(probabilities).max().orElseThrow());
        }
    }

    @Test
    void aFitIsCertifiedAndReported() {
        String data = corners();
        Outcome outcome = good("train", "multinomial", data, "-t", "y", "--l2", "1e-2", "--test-split", "0.25");
        assertThat(outcome.out())
                .contains("3 classes: a, b (", "multinomial: softmax loss, l2=0.01, intercepts", "Solver  newton-cg")
                .contains("proven within", "colour=red", "(intercept)", "Test    on 30 rows held out:")
                .contains("macro-f1", "Classes, and as what their rows were predicted");
        JsonObject json = good("train", "multinomial", data, "-t", "y", "--l2", "1e-2", "--json")
                .json();
        assertThat(json.number("relativeGap")).isBetween(0.0, 1e-6);
        assertThat(json.texts("classes")).containsExactly("a, b", "north", "south");
        assertThat(json.whole("n")).isEqualTo(120);
    }

    @Test
    void withTwoClassesItIsLogisticRegression() {
        // softmax margins +-z/2 for logistic's z, so half the penalty on z^2 is a quarter of it twice
        String data = Path.of(ExampleFiles.example("breast-cancer.csv")).toString();
        String[] common = {data, "--target", "diagnosis", "--scale", "standard", "--tolerance", "1e-9", "--json"};
        double logistic = good(join(new String[] {"train", "logistic", "--l2", "0.01"}, common))
                .json()
                .number("objective");
        double softmax = good(join(new String[] {"train", "multinomial", "--l2", "0.02"}, common))
                .json()
                .number("objective");
        assertThat(softmax).isCloseTo(logistic, within(2e-9));
    }

    private static String[] join(String[] first, String[] second) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(String[]::new);
    }

    @Test
    void evaluationTellsEachClass() {
        String data = corners();
        String model = train(data, "--target", "y", "--l2", "1e-2");
        JsonObject json = good("evaluate", model, data, "--json").json();
        assertThat(json.text("task")).isEqualTo("multinomial");
        JsonObject metrics = json.object("metrics");
        assertThat(metrics.fields()).containsOnlyKeys("accuracy", "log-loss", "macro-f1");
        double accuracy = metrics.object("accuracy").number("value");
        assertThat(accuracy).isBetween(0.8, 1.0);
        assertThat(metrics.object("accuracy").number("low")).isLessThan(accuracy);
        List<?> matrix = (List<?>) json.fields().get("confusion");
        double hits = 0;
        double all = 0;
        for (int t = 0; t < 3; t++) {
            List<?> row = (List<?>) matrix.get(t);
            for (int p = 0; p < 3; p++) {
                double rows = ((Number) row.get(p)).doubleValue();
                hits += t == p ? rows : 0;
                all += rows;
            }
        }
        assertThat(all).isEqualTo(120);
        assertThat(accuracy).isCloseTo(hits / all, within(1e-12));
        assertThat(json.objects("classes"))
                .extracting(each -> each.text("class"))
                .contains("a, b");
        assertThat(json.objects("calibration")).hasSizeGreaterThan(5);
        String text = good("evaluate", model, data).out();
        assertThat(text).contains("class", "precision", "recall", "share of hits", "120 rows");
        assertThat(good("evaluate", model, data, "--calibration", "0").out()).doesNotContain("share of hits");
    }

    @Test
    void manyClassesAreListedByTheirWorstConfusions() {
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int i = 0; i < 300; i++) {
            rows.append(i % 30)
                    .append(",k")
                    .append((i % 30 + (i % 7 == 0 ? 1 : 0)) % 30)
                    .append('\n');
        }
        String data = file("many.csv", rows.toString());
        String model = train(data, "--target", "y", "--categorical", "x", "--l2", "1e-3");
        String text = good("evaluate", model, data).out();
        assertThat(text).contains("The most frequent confusions of", "taken for", "--json has all");
        assertThat(text.lines().skip(1).mapToInt(String::length).max().orElseThrow())
                .isLessThan(100);
        assertThat(good("inspect", model).out()).contains("largest weights", "x=29");
        assertThat((List<?>)
                        good("evaluate", model, data, "--json").json().fields().get("confusion"))
                .hasSize(30);
    }

    @Test
    void inspectionShowsWeightsOfEachClass() {
        String model = train(corners(), "--target", "y", "--l2", "1e-2", "--scale", "standard");
        JsonObject json =
                good("inspect", model, "--json", "--sort", "--top", "2").json();
        assertThat(json.texts("classes")).containsExactly("a, b", "north", "south");
        assertThat(json.objects("weights")).hasSize(2);
        assertThat((List<?>) json.objects("weights").get(0).fields().get("original"))
                .hasSize(3);
        assertThat(good("inspect", model).out())
                .contains("multinomial, 5 features, 3 classes", "feature", "north", "(intercept)");
    }

    @Test
    void sparseDataNeedsNoTarget() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rows.append(i % 4 + 3)
                    .append(' ')
                    .append(i % 4 + 1)
                    .append(":1 9:")
                    .append(i)
                    .append('\n');
        }
        String data = file("a.libsvm", rows.toString());
        String model = train(data, "--l1", "1e-3", "--l2", "1e-3", "--scale", "standard");
        assertThat(good("predict", model, data, "--rows", "1-2,60").outLines())
                .hasSize(4)
                .startsWith("label,3,4,5,6");
        JsonObject json = good("evaluate", model, data, "--json").json();
        assertThat(json.object("metrics").object("accuracy").number("value")).isEqualTo(1);
    }

    @Test
    void lassoLeavesWeightsAtZeroAndGroupsWholeFeatures() {
        String data = corners();
        String l1 = train(data, "--target", "y", "--l1", "0.05");
        JsonObject json = good("inspect", l1, "--json").json();
        long zeros = json.objects("weights").stream()
                .flatMap(weight -> ((List<?>) weight.fields().get("fitted")).stream())
                .filter(value -> ((Number) value).doubleValue() == 0)
                .count();
        assertThat(zeros).isBetween(4L, 14L);
        String groups = file("groups.txt", "colour,c\n");
        JsonObject grouped = good("train", "multinomial", data, "-t", "y", "--l1", "10", "--groups", groups, "--json")
                .json();
        assertThat(grouped.number("relativeGap")).isLessThan(1e-6);
        assertThat(grouped.number("objective")).isCloseTo(Math.log(3), within(1e-9));
    }

    @Test
    void aWarmStartBeginsAtTheSolution() {
        String data = corners();
        String model = train(data, "--target", "y", "--l2", "1e-2", "--tolerance", "1e-8");
        JsonObject again = good(
                        "train",
                        "multinomial",
                        data,
                        "-t",
                        "y",
                        "--l2",
                        "1e-2",
                        "--warm-start",
                        model,
                        "--scale",
                        "none",
                        "--json")
                .json();
        assertThat(again.number("passes")).isZero();
        String other = file("other.csv", "x,y\n1,p\n2,q\n3,r\n4,p\n");
        Outcome refused = Outcome.of("train", "multinomial", other, "-t", "y", "--warm-start", model);
        assertThat(refused.exit()).isEqualTo(Exit.DATA);
        assertThat(refused.err()).contains("its classes are not those of the data");
        Outcome linear = Outcome.of("train", "linear", data, "-t", "x", "--warm-start", model);
        assertThat(linear.err()).contains("it is a multinomial model, not a linear one");
    }

    @Test
    void mistakesAreTold() {
        String data = corners();
        assertThat(Outcome.of("train", "multinomial", data, "-t", "y", "--loss", "hinge")
                        .err())
                .contains("train multinomial has no loss 'hinge', only sigmoids, softmax");
        assertThat(Outcome.of("train", "multinomial", data, "-t", "y", "--offset", "x")
                        .err())
                .contains("--offset belongs to models of one margin");
        assertThat(Outcome.of("train", "multinomial", data, "-t", "x").err())
                .contains("column 'x' has 120 classes", "these look like measurements");
        assertThat(Outcome.of("train", "multinomial", data, "-t", "y", "--solver", "lbgfs")
                        .err())
                .contains("lbfgs");
        assertThat(Outcome.of("train", "multinomial", data, "-t", "y", "--solver", "lbfgs", "--l1", "1")
                        .err())
                .contains("kinks");
        String model = train(data, "--target", "y", "--l2", "1e-2");
        String strange = file("strange.csv", "x,colour,y,z\n1,red,east,2\n");
        assertThat(Outcome.of("evaluate", model, strange).err()).contains("strange.csv:2:3", "'east' is none of the 3");
        assertThat(Outcome.of("predict", model, data, "--rows", "0").err()).contains("there are no rows 0");
        assertThat(Outcome.of("predict", model, data, "--rows", "x").err()).contains("'x' names no rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "sigmoids"})
    void coefficientsComeBackFromJsonToTheLastBit(String loss) throws IOException {
        String data = corners();
        String model = train(data, "-t", "y", "--l2", "0.01", "--scale", "standard", "--loss", loss);
        String json = folder.resolve("m.json").toString();
        String back = folder.resolve("back.fenchel").toString();
        good("export", model, "--out", json);
        good("import", json, "--out", back);
        assertThat(good("predict", back, data).out())
                .isEqualTo(good("predict", model, data).out());
        JsonObject weight = JsonObject.parse(Files.readString(Path.of(json)))
                .objects("weights")
                .get(0);
        assertThat(weight.numbers("fitted")).hasSize(3);
        assertThat(weight.numbers("original")).hasSize(3);
    }

    @Test
    void coefficientsThatDoNotFitAreRefusedWithTheirPlace() throws IOException {
        String data = corners();
        String model = train(data, "-t", "y", "--l2", "0.01");
        String json = good("export", model, "--format", "json").out();
        String out = folder.resolve("back.fenchel").toString();
        String[][] changes = {
            {"\"fitted\": \\[\\s*[^,]+,", "\"fitted\": [", "2 numbers for 3 classes"},
            {"\"fitted\": \\[\\s*[^,]+,", "\"fitted\": [1e400,", "finite"},
            {"\"original\": \\[\\s*[^,]+,", "\"original\": [77,", "does not follow from the fitted one"},
            {"\"kind\": \"classes\"", "\"kind\": \"numbers\"", ""},
            {"softmax", "softmix", "softmix"}
        };
        for (String[] change : changes) {
            int weights = json.indexOf("\"weights\"");
            boolean inWeights = change[0].contains("original") || change[0].contains("fitted");
            String head = json.substring(0, weights);
            String tail = json.substring(weights);
            String broken = inWeights
                    ? head + tail.replaceFirst(change[0], change[1])
                    : head.replaceFirst(change[0], change[1]) + tail;
            assertThat(broken).isNotEqualTo(json);
            Outcome outcome = Outcome.of("import", file("broken.json", broken), "--out", out);
            assertThat(outcome.exit()).as(change[0]).isEqualTo(3);
            assertThat(outcome.err()).contains("broken.json:").contains(change[2]);
        }
        String csv = good("export", model, "--format", "csv").out();
        Outcome halved = Outcome.of("import", file("broken.csv", csv.replaceFirst("number,.*\n", "")), "--out", out);
        assertThat(halved.exit()).isEqualTo(3);
        assertThat(halved.err()).contains("broken.csv:").contains("has no weight there");
    }

    @Test
    void explainComparesTheMethods() throws IOException {
        String data = corners();
        Outcome told = Outcome.of("train", "multinomial", data, "-t", "y", "--l2", "0.01", "--explain");
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("3 classes,")
                .contains("% filled, and a relative gap of")
                .containsPattern("newton-cg +[0-9.> ]+ (ms|s|µs|us)")
                .containsPattern("lbfgs +[0-9.> ]+ (ms|s|µs|us)")
                .contains("it knows one margin a row only");
        JsonObject plan = Outcome.of("train", "multinomial", data, "-t", "y", "--l2", "0.01", "--explain", "--json")
                .json()
                .object("plan");
        assertThat(plan.count("margins")).isEqualTo(3);
        List<JsonObject> methods = plan.objects("methods");
        assertThat(methods).hasSizeGreaterThan(2);
        assertThat(plan.text("chosen")).isEqualTo(methods.get(0).text("solver"));
        for (int k = 1; k < methods.size(); k++) {
            assertThat(methods.get(k).number("seconds"))
                    .isGreaterThanOrEqualTo(methods.get(k - 1).number("seconds"));
        }
        JsonObject kinked = Outcome.of("train", "multinomial", data, "-t", "y", "--l1", "0.01", "--explain", "--json")
                .json()
                .object("plan");
        assertThat(kinked.objects("methods").stream().map(method -> method.text("solver")))
                .contains("projected-lbfgs")
                .doesNotContain("lbfgs");
        // --explain of a method that the user chose compares all the same
        assertThat(Outcome.of("train", "multinomial", data, "-t", "y", "--l2", "0.01", "--solver", "lbfgs", "--explain")
                        .out())
                .contains("Plan    for");
    }
}
