package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models out for other programs, and in again. */
class ExportCommandTest {
    private static final String EXAMPLE = ExampleFiles.example("breast-cancer.csv");

    @TempDir
    Path folder;

    private String model = "";

    @BeforeEach
    void trainAModel() {
        model = place("m.fenchel");
        ok(
                "train",
                "logistic",
                EXAMPLE,
                "--target",
                "diagnosis",
                "--scale",
                "standard",
                "--l2",
                "1e-2",
                "--out",
                model);
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    private static Outcome ok(String... args) {
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome;
    }

    private void refused(int exit, String words, String... args) {
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(exit);
        assertThat(outcome.errLines()).hasSize(1);
        assertThat(outcome.err()).contains(words);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void theFormatFollowsTheName() throws IOException {
        Outcome outcome = ok("export", model, "--out", place("m.json"));
        assertThat(outcome.out()).isEqualTo("Saved   " + place("m.json") + "\n");
        JsonObject json = JsonObject.parse(Files.readString(folder.resolve("m.json")));
        assertThat(json.objects("weights")).hasSize(30);
        ok("export", model, "--out", place("m.CSV"));
        assertThat(Files.readString(folder.resolve("m.CSV"))).startsWith("part,name,value,weight,fitted");
        assertThat(ok("export", model, "--out", place("m.onnx"), "--quiet").out())
                .isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("m.onnx"))).startsWith(8, 7); // field 1, version 7
        ok("export", model, "--out", place("m.txt"), "--format", "json");
        assertThat(folder.resolve("m.txt")).hasSameTextualContentAs(folder.resolve("m.json"));
    }

    @Test
    void textGoesToStandardOutput() {
        assertThat(ok("export", model, "--format", "csv").outLines()).contains("setting,positive,malignant,,,,");
        assertThat(ok("export", model, "-f", "JSON").json().text("format")).isEqualTo("fenchel-coefficients");
    }

    @Test
    void jsonComesBackToTheLastBit() {
        ok("export", model, "--out", place("m.json"));
        Outcome imported = ok("import", place("m.json"), "--out", place("back.fenchel"));
        assertThat(imported.outLines())
                .containsExactly(
                        "Saved   " + place("back.fenchel"),
                        "Next    fenchel predict " + place("back.fenchel") + " DATA");
        assertThat(folder.resolve("back.fenchel")).hasSameBinaryContentAs(folder.resolve("m.fenchel"));
    }

    @Test
    void csvComesBackToRounding() {
        ok("export", model, "--out", place("m.csv"));
        ok("import", place("m.csv"), "--out", place("back.fenchel"), "--quiet");
        List<String> before = ok("predict", model, EXAMPLE).outLines();
        List<String> after = ok("predict", place("back.fenchel"), EXAMPLE).outLines();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 1; i < before.size(); i++) {
            String[] expected = before.get(i).split(",");
            String[] found = after.get(i).split(",");
            assertThat(found[0]).isEqualTo(expected[0]);
            assertThat(Double.parseDouble(found[1])).isCloseTo(Double.parseDouble(expected[1]), within(1e-12));
        }
        assertThat(ok("inspect", place("back.fenchel"), "--json")
                        .json()
                        .object("provenance")
                        .text("data"))
                .isEqualTo("breast-cancer.csv");
        assertThat(ok("evaluate", place("back.fenchel"), EXAMPLE).exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "identity"})
    void exposuresAreKept(String link) throws IOException {
        Path data = Files.writeString(folder.resolve("counts.csv"), "x,e,y\n0,1,2\n1,2,2\n2,4,1\n3,1,8\n0,2,5\n");
        String counts = place("counts.fenchel");
        ok(
                "train",
                "poisson",
                data.toString(),
                "--target",
                "y",
                "--exposure",
                "e",
                "--l2",
                "0.01",
                "--link",
                link,
                "--out",
                counts);
        for (String format : List.of("json", "csv")) {
            ok("export", counts, "--out", place("c." + format));
            ok("import", place("c." + format), "--out", place("back.fenchel"));
            List<String> lines =
                    ok("predict", place("back.fenchel"), data.toString()).outLines();
            assertThat(lines.get(0)).isEqualTo("rate,expected");
            String[] third = lines.get(3).split(",");
            assertThat(Double.parseDouble(third[1])).isCloseTo(4 * Double.parseDouble(third[0]), within(1e-9));
            assertThat(lines)
                    .isEqualTo(ok("predict", format.equals("json") ? counts : place("back.fenchel"), data.toString())
                            .outLines());
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(2, "the format is not known", "export", model);
        refused(2, "the format is not known", "export", model, "--out", place("m.txt"));
        refused(2, "onnx is no text", "export", model, "--format", "onnx");
        refused(2, "--format", "export", model, "--format", "pmml");
        refused(2, "its folder does not exist", "export", model, "--out", place("no/m.json"));
        refused(3, "no such file", "export", place("none.fenchel"), "--format", "csv");
        refused(3, "not a Fenchel model", "export", EXAMPLE, "--format", "csv");
        refused(2, "--out", "import", place("m.json"));
        refused(3, "no such file", "import", place("m.json"), "--out", place("n.fenchel"));
        refused(3, "this is a folder", "import", folder.toString(), "--out", place("n.fenchel"));
        refused(3, "no file of coefficients", "import", EXAMPLE, "--out", place("n.fenchel"));
        refused(3, "no file of coefficients", "import", model, "--out", place("n.fenchel"));
        assertThat(folder.resolve("n.fenchel")).doesNotExist();
    }

    @Test
    void mistakesInFilesHaveTheirPlace() throws IOException {
        ok("export", model, "--out", place("m.json"));
        String json = Files.readString(folder.resolve("m.json"));
        Files.writeString(folder.resolve("bad.json"), json.replaceFirst("\"fitted\": [-0-9.]+", "\"fitted\": oops"));
        refused(3, "the JSON is broken", "import", place("bad.json"), "--out", place("n.fenchel"));
        assertThat(Outcome.of("import", place("bad.json"), "--out", place("n.fenchel"))
                        .err())
                .containsPattern("bad\\.json:[0-9]+:[0-9]+: ");
        String csv = ok("export", model, "--format", "csv").out();
        Files.writeString(
                folder.resolve("bad.csv"), csv.replaceFirst("number,mean_texture,,", "number,mean_texture,,x"));
        assertThat(Outcome.of("import", place("bad.csv"), "--out", place("n.fenchel"))
                        .err())
                .containsPattern("bad\\.csv:[0-9]+:4: 'x[-0-9.]+' is not a finite number");
        assertThat(folder.resolve("n.fenchel")).doesNotExist();
    }
}
