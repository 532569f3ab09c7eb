package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standard errors on the command line. */
class StandardErrorsCommandTest {
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

    /** Weights of plants in a group without treatment and with one: the example of R's lm. */
    private static final double[] PLANTS = {
        4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14, 4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89,
        4.32, 4.69
    };

    private Path plants() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < PLANTS.length; i++) {
            rows.add((i < 10 ? "Ctl" : "Trt") + "," + PLANTS[i]);
        }
        return write("plants.csv", "group,weight", rows);
    }

    /** R, ?lm: lm(weight ~ group): intercept 5.0320 (0.2202), groupTrt -0.3710 (0.3114). */
    @Test
    void levelsCompareWithTheReference() throws IOException {
        String model = folder.resolve("plants.fenchel").toString();
        Outcome outcome = train(
                "linear",
                plants().toString(),
                "--target",
                "weight",
                "--standard-errors",
                "--categories",
                "reference",
                "--out",
                model);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("the reference is group=Ctl");
        Outcome inspected = Outcome.of("inspect", model);
        assertThat(inspected.out()).contains("the reference is group=Ctl").contains("group=Trt");
        JsonObject json = Outcome.of("inspect", model, "--json").json();
        assertThat(json.texts("references")).containsExactly("group=Ctl");
        JsonObject errors = json.object("standardErrors");
        assertThat(coefficient(errors, "group=Trt").number("weight")).isCloseTo(-0.3710, within(5e-5));
        assertThat(coefficient(errors, "group=Trt").number("standardError")).isCloseTo(0.3114, within(5e-5));
        assertThat(coefficient(errors, "(intercept)").number("weight")).isCloseTo(5.0320, within(5e-5));
        assertThat(coefficient(errors, "(intercept)").number("standardError")).isCloseTo(0.2202, within(5e-5));
        // R: relevel(group, "Trt") turns the sign
        JsonObject turned = train(
                        "linear",
                        plants().toString(),
                        "--target",
                        "weight",
                        "--standard-errors",
                        "--reference",
                        "group=Trt",
                        "--json")
                .json();
        assertThat(turned.texts("references")).containsExactly("group=Trt");
        assertThat(coefficient(turned.object("standardErrors"), "group=Ctl").number("weight"))
                .isCloseTo(0.3710, within(5e-5));
    }

    @Test
    void modelsWithAReferencePredictAndTravel() throws IOException {
        String model = folder.resolve("plants.fenchel").toString();
        String data = plants().toString();
        train("linear", data, "--target", "weight", "--categories", "reference", "--out", model, "--quiet");
        List<String> predicted = Outcome.of("predict", model, data).outLines();
        assertThat(predicted).hasSize(21);
        assertThat(Double.parseDouble(predicted.get(1))).isCloseTo(5.032, within(1e-4));
        assertThat(Double.parseDouble(predicted.get(20))).isCloseTo(4.661, within(1e-4));
        for (String format : List.of("json", "csv")) {
            String file = folder.resolve("coefficients." + format).toString();
            String back = folder.resolve("back." + format).toString();
            Outcome.of("export", model, "--out", file);
            assertThat(Outcome.of("import", file, "--out", back).exit()).isZero();
            assertThat(Outcome.of("predict", back, data).outLines()).isEqualTo(predicted);
            assertThat(Outcome.of("inspect", back).out()).contains("the reference is group=Ctl");
        }
    }

    @Test
    void levelsThatSumToTheInterceptAreNamedBeforeTheFit() throws IOException {
        String data = plants().toString();
        Outcome outcome = train("linear", data, "--target", "weight", "--standard-errors");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("the levels of 'group' (Ctl, Trt) sum to the intercept")
                .contains("--categories reference")
                .contains("--no-intercept");
        assertThat(train("linear", data, "--target", "weight", "--standard-errors", "--no-intercept")
                        .exit())
                .isZero();
        Outcome missing = train("linear", data, "--target", "weight", "--reference", "group=Other");
        assertThat(missing.err()).contains("no level 'Other'").contains("Ctl, Trt");
        Outcome numbers = train("linear", DIABETES, "--target", "progression", "--reference", "age=1");
        assertThat(numbers.err()).contains("holds numbers").contains("--categorical age");
        assertThat(train("linear", data, "--target", "weight", "--categories", "some")
                        .err())
                .contains("all, reference");
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
