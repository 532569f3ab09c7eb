package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with a saved model: predict, evaluate, inspect. */
class ModelCommandTest {
    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String train(String task, Path data, String... options) {
        String model = folder.resolve("m.fenchel").toString();
        String[] args = new String[6 + options.length];
        System.arraycopy(new String[] {"train", task, data.toString(), "--quiet", "--out", model}, 0, args, 0, 6);
        System.arraycopy(options, 0, args, 6, options.length);
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return model;
    }

    private static List<String> predict(String model, Path data) {
        Outcome outcome = Outcome.of("predict", model, data.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.outLines();
    }

    @Test
    void numbersArePredictedWithoutTheTarget() throws IOException {
        Path data = file("line.csv", "x,y\n0,1\n1,3\n2,5\n");
        String model = train("linear", data, "--target", "y", "--tolerance", "1e-12");
        List<String> lines = predict(model, file("new.csv", "x\n10\n-1\n"));
        assertThat(lines.get(0)).isEqualTo("prediction");
        assertThat(Double.parseDouble(lines.get(1))).isCloseTo(21, within(1e-6));
        assertThat(Double.parseDouble(lines.get(2))).isCloseTo(-1, within(1e-6));
        assertThat(lines).hasSize(3);
    }

    @Test
    void classesComeWithLabelsInTheDatasWords() throws IOException {
        Path data = file("classes.csv", "x,y\n0,\"no, thanks\"\n1,\"no, thanks\"\n3,yes\n4,yes\n");
        String logistic = train("logistic", data, "--target", "y", "--l2", "0.01");
        List<String> lines = predict(logistic, data);
        assertThat(lines.get(0)).isEqualTo("label,probability");
        assertThat(lines.get(1)).startsWith("\"no, thanks\",0.");
        assertThat(lines.get(4)).startsWith("yes,0.");
        String svm = train("svm", data, "--target", "y", "--l2", "0.01");
        assertThat(predict(svm, data).get(0)).isEqualTo("label,margin");
        assertThat(predict(svm, data).get(1)).startsWith("\"no, thanks\",-");
    }

    @Test
    void thePositiveClassCanBeChosen() throws IOException {
        Path data = file("classes.csv", "x,y\n0,no\n1,no\n3,yes\n4,yes\n");
        double yes = Double.parseDouble(predict(train("logistic", data, "--target", "y", "--l2", "0.1"), data)
                .get(1)
                .split(",")[1]);
        double no = Double.parseDouble(
                predict(train("logistic", data, "--target", "y", "--l2", "0.1", "--positive", "no"), data)
                        .get(1)
                        .split(",")[1]);
        assertThat(yes + no).isCloseTo(1, within(1e-6));
    }

    @Test
    void ratesAreForOneUnitOfExposure() throws IOException {
        Path data = file("counts.csv", "x,e,y\n0,1,2\n1,2,2\n2,4,1\n3,1,8\n0,2,5\n");
        for (String link : List.of("log", "identity")) {
            String model = train("poisson", data, "--target", "y", "--exposure", "e", "--l2", "0.01", "--link", link);
            List<String> exposed = predict(model, data);
            assertThat(exposed.get(0)).isEqualTo("rate,expected");
            String[] cells = exposed.get(3).split(",");
            assertThat(Double.parseDouble(cells[1])).isCloseTo(4 * Double.parseDouble(cells[0]), within(1e-12));
            List<String> rates = predict(model, file("new.csv", "x\n0\n2\n"));
            assertThat(rates.get(0)).isEqualTo("rate");
            assertThat(Double.parseDouble(rates.get(2))).isCloseTo(Double.parseDouble(cells[0]), within(1e-9));
            double expected = exposed.stream()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                    .sum();
            assertThat(expected)
                    .as("an intercept makes counts add up")
                    .isCloseTo(18, within(link.equals("log") ? 0.01 : 1));
        }
    }

    @Test
    void negativeRatesAreClippedWithAWarning() throws IOException {
        Path data = file("counts.csv", "x,y\n0,2\n1,4\n2,6\n3,8\n");
        String model = train("poisson", data, "--target", "y", "--link", "identity", "--l2", "1e-6");
        Outcome outcome =
                Outcome.of("predict", model, file("new.csv", "x\n-5\n1\n-9\n").toString());
        assertThat(outcome.outLines().get(1)).isEqualTo("0.0");
        assertThat(outcome.err())
                .startsWith("warning: 2 predicted rates were negative")
                .hasLineCount(1);
        Outcome evaluated = Outcome.of(
                "evaluate", model, file("far.csv", "x,y\n-5,0\n1,4\n").toString());
        assertThat(evaluated.exit()).isZero();
        assertThat(evaluated.err()).startsWith("warning: 1 predicted rate was negative");
    }

    @Test
    void droppedRowsKeepTheirLines() throws IOException {
        Path data = file("line.csv", "x,y\n0,1\n1,3\n2,5\n");
        String model = train("linear", data, "--target", "y", "--missing", "drop");
        Outcome outcome = Outcome.of(
                "predict", model, file("new.csv", "x,z\n1,1\n,2\n3,3\n").toString());
        assertThat(outcome.outLines()).hasSize(4);
        assertThat(outcome.outLines().get(2)).isEqualTo("\"\"");
        assertThat(outcome.err()).contains("1 row with a missing cell");
    }

    @Test
    void unknownCategoriesCountAsNoneAndAreTold() throws IOException {
        Path data = file("words.csv", "colour,y\nred,1\nblue,2\nred,3\n");
        String model = train("linear", data, "--target", "y", "--l2", "1");
        Outcome outcome = Outcome.of(
                "predict", model, file("new.csv", "colour\nmauve\nred\n").toString());
        assertThat(outcome.outLines()).hasSize(3);
        assertThat(outcome.err()).startsWith("warning: 1 row holds 1 value not seen in training (colour=mauve)");
    }

    @Test
    void predictionsGoToAFileWhole() throws IOException {
        Path data = file("line.csv", "x,y\n0,1\n1,3\n2,5\n");
        String model = train("linear", data, "--target", "y");
        Path out = folder.resolve("p.csv");
        Outcome outcome = Outcome.of("predict", model, data.toString(), "--out", out.toString());
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        assertThat(Files.readAllLines(out)).hasSize(4).startsWith("prediction");
    }

    @Test
    void evaluationFitsTheTask() throws IOException {
        Path data = file("line.csv", "x,y\n0,1\n1,3\n2,5\n3,6\n");
        String model = train("linear", data, "--target", "y", "--tolerance", "1e-12");
        JsonObject json =
                Outcome.of("evaluate", model, data.toString(), "--json").json();
        assertThat(json.whole("n")).isEqualTo(4);
        // least squares by hand: slope 1.7, intercept 1.2, squared errors .04 + .01 + .16 + .09
        JsonObject rmse = json.object("metrics").object("rmse");
        assertThat(rmse.number("value")).isCloseTo(Math.sqrt(0.3 / 4), within(1e-6));
        assertThat(json.object("metrics").fields()).containsOnlyKeys("rmse", "mae", "r2", "mean-loss");
        assertThat(json.object("metrics").object("r2").number("value")).isCloseTo(1 - 0.3 / 14.75, within(1e-6));
    }

    @Test
    void evaluationMayUseAnotherTargetColumn() throws IOException {
        Path data = file("line.csv", "x,y\n0,1\n1,3\n2,5\n3,6\n");
        String model = train("linear", data, "--target", "y");
        Path renamed = file("renamed.csv", "x,truth\n0,1\n1,3\n2,5\n3,6\n");
        String value = "rmse";
        assertThat(Outcome.of("evaluate", model, renamed.toString(), "--target", "truth", "--json")
                        .json()
                        .object("metrics")
                        .object(value)
                        .number("value"))
                .isEqualTo(Outcome.of("evaluate", model, data.toString(), "--json")
                        .json()
                        .object("metrics")
                        .object(value)
                        .number("value"));
    }

    @Test
    void spambaseIsToldApart() throws IOException {
        Path spam = Path.of(ExampleFiles.example("spambase.csv"));
        String model = train("logistic", spam, "--target", "type", "--scale", "minmax", "--l2", "1e-4");
        JsonObject metrics =
                Outcome.of("evaluate", model, spam.toString(), "--json").json().object("metrics");
        for (String name : List.of("log-loss", "auc", "accuracy")) {
            JsonObject metric = metrics.object(name);
            assertThat(metric.number("value")).isBetween(metric.number("low"), metric.number("high"));
        }
        assertThat(metrics.object("auc").number("value")).isGreaterThan(0.95);
        assertThat(metrics.object("accuracy").number("value")).isGreaterThan(0.88);
    }

    @Test
    void inspectionShowsBothKindsOfWeightsInColumnOrder() throws IOException {
        Path data = file("scaled.csv", "b,a,y\n10,0,1\n20,1,3\n40,0,5\n30,1,6\n");
        String model = train("linear", data, "--target", "y", "--scale", "minmax", "--tolerance", "1e-12");
        JsonObject json = Outcome.of("inspect", model, "--json").json();
        List<JsonObject> weights = json.objects("weights");
        assertThat(weights).extracting(w -> w.text("feature")).containsExactly("b", "a");
        JsonObject b = weights.get(0);
        assertThat(b.number("original")).isCloseTo(b.number("fitted") / 30, within(1e-9));
        JsonObject intercept = json.object("intercept");
        assertThat(intercept.number("original"))
                .isCloseTo(intercept.number("fitted") - 10 * b.number("original"), within(1e-9));
        assertThat(json.object("provenance").text("sha256")).hasSize(64);
        assertThat(json.object("provenance").object("options").text("scale")).isEqualTo("minmax");
        Outcome shown = Outcome.of("inspect", model);
        assertThat(shown.out()).contains("as fitted", "in data units", "(intercept)", "proven");
    }

    @Test
    void inspectionCanSortAndShorten() throws IOException {
        Path data = file("two.csv", "a,b,y\n1,0,1\n0,1,9\n1,1,10\n2,1,11\n");
        String model = train("linear", data, "--target", "y", "--l2", "1e-3");
        assertThat(Outcome.of("inspect", model, "--json", "--sort", "--top", "1")
                        .json()
                        .objects("weights"))
                .singleElement()
                .satisfies(weight -> assertThat(weight.text("feature")).isEqualTo("b"));
    }

    @Test
    void libsvmDataNeedsNoTarget() throws IOException {
        Path data = file("a.libsvm", "1 1:1 2:2\n0 1:2 3:1\n1 2:1\n0 1:1 3:2\n");
        String model = train("logistic", data, "--l2", "0.1");
        assertThat(predict(model, data).get(1)).startsWith("1,0.");
        assertThat(predict(model, data).get(2)).startsWith("0,0.");
        assertThat(Outcome.of("evaluate", model, data.toString(), "--json")
                        .json()
                        .whole("n"))
                .isEqualTo(4);
    }
}
