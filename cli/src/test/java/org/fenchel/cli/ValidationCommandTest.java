package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Fits that end, and penalties chosen, by rows held out. */
class ValidationCommandTest {
    private static final String CANCER = ExampleFiles.example("breast-cancer.csv");

    @TempDir
    private Path folder;

    private static Outcome train(String... args) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(Arrays.asList(args));
        return Outcome.of(all.toArray(String[]::new));
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

    /** The classes are a: 30 rows, b: 12, c: 1, in this order; of the last there is nothing to hold out. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void heldOutRowsHaveTheirShareOfEachClass(String seed) throws IOException {
        List<String> rows = new ArrayList<>(List.of("x,y"));
        for (int i = 0; i < 43; i++) {
            rows.add(i % 7 + "." + i + "," + (i < 30 ? "a" : i < 42 ? "b" : "c"));
        }
        Path data = Files.write(folder.resolve("rare.csv"), rows);
        String[] command = {
            "multinomial", data.toString(), "--target", "y", "--l2", "0.1", "--validation", "0.25", "--seed", seed
        };
        Outcome outcome = train(command);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        // a quarter of 30 is 8 rounded up
        assertThat(outcome.out())
                .contains("3 classes: a (22 rows), b (9), c (1)")
                .contains("11 rows more held out");
        rows.removeIf(row -> row.endsWith("c"));
        Files.write(data, rows);
        command[0] = "logistic";
        Outcome two = train(command);
        assertThat(two.out()).contains("b is positive (9 rows), a negative (22)");
        List<String> path = new ArrayList<>(List.of(command));
        path.addAll(List.of("--path=3", "--json"));
        path.set(path.indexOf("--l2") + 1, "auto");
        assertThat(train(path.toArray(String[]::new)).json().object("selection").text("by"))
                .isEqualTo("validation");
    }
}
