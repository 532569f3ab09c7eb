package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar in a process of its own: from a table to a model to predictions, and what signals and bad input do. */
class EndToEndIT {
    private static final Path JAR = Path.of(System.getProperty("fenchel.jar"));
    private static final String SPAM =
            Path.of(ExampleFiles.example("spambase.csv")).toAbsolutePath().toString();

    @TempDir
    Path folder;

    private ProcessBuilder builder(Map<String, String> environment, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.directory(folder.toFile())
                .redirectOutput(place("out").toFile())
                .redirectError(place("err").toFile());
    }

    /** Beside the folder, whose listing is looked at. */
    private Path place(String name) {
        return folder.resolveSibling(folder.getFileName() + "." + name);
    }

    private Outcome run(String... args) throws IOException, InterruptedException {
        return run(Map.of(), args);
    }

    private Outcome run(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        return outcome(builder(environment, args).start());
    }

    private Outcome outcome(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends").isTrue();
        return new Outcome(process.exitValue(), Files.readString(place("out")), Files.readString(place("err")));
    }

    @Test
    void fromTableToModelToPredictions() throws Exception {
        Outcome trained = run(
                "train",
                "logistic",
                SPAM,
                "--target",
                "type",
                "--scale",
                "minmax",
                "--l2",
                "1e-3",
                "--out",
                "spam.fenchel");
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(trained.err()).isEmpty();
        assertThat(trained.out()).contains("4,601 rows", "proven within", "Saved   spam.fenchel");
        JsonObject evaluated = run("evaluate", "spam.fenchel", SPAM, "--json").json();
        assertThat(evaluated.object("metrics").object("auc").number("value")).isGreaterThan(0.9);
        Outcome predicted = run("predict", "spam.fenchel", SPAM);
        assertThat(predicted.outLines()).hasSize(4602).startsWith("label,probability");
        assertThat(predicted.err()).isEmpty();
        assertThat(run("inspect", "spam.fenchel", "--json").json().objects("weights"))
                .hasSize(57);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("spam.fenchel");
        }
    }

    @Test
    void ctrlCKeepsTheBestModelSoFar() throws Exception {
        Process process = builder(
                        Map.of(),
                        "train",
                        "logistic",
                        SPAM,
                        "--target",
                        "type",
                        "--scale",
                        "minmax",
                        "--solver",
                        "proximal-point(batch=1,step=1e-6)",
                        "--tolerance",
                        "0",
                        "--epochs",
                        "1000000000",
                        "--out",
                        "kept.fenchel")
                .start();
        Thread.sleep(4000);
        assertThat(process.isAlive()).isTrue();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        Outcome outcome = outcome(process);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(130);
        assertThat(outcome.err()).contains("interrupted; the best model so far was saved");
        assertThat(outcome.out()).contains("Saved   kept.fenchel");
        assertThat(run("inspect", "kept.fenchel").exit()).isZero();
    }

    @Test
    void badInputIsOneLineAndLeavesNothing() throws Exception {
        Outcome unknown = run("train", "logistic", SPAM, "--target", "typo", "--out", "m.fenchel");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.err()).hasLineCount(1).contains("spambase.csv", "did you mean 'type'");
        Outcome usage = run("train", "logistic", SPAM, "--target", "type", "--l2", "-1", "--out", "m.fenchel");
        assertThat(usage.exit()).isEqualTo(2);
        assertThat(usage.err()).hasLineCount(1).contains("--l2");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void stackTracesAreForThoseWhoAsk() throws Exception {
        assertThat(run("inspect", "nothing.fenchel").err()).hasLineCount(1).doesNotContain("\tat ");
        assertThat(run(Map.of("FENCHEL_DEBUG", "1"), "inspect", "nothing.fenchel")
                        .err())
                .contains("InvalidInput", "\tat ");
    }

    @Test
    void namesSurviveABareEnvironment() throws Exception {
        Files.writeString(folder.resolve("t.csv"), "größe,y\n1,2\n2,3\n3,5\n");
        Map<String, String> bare = Map.of("LC_ALL", "C", "LANG", "C");
        assertThat(run(bare, "train", "linear", "t.csv", "--target", "y", "--out", "m.fenchel")
                        .exit())
                .isZero();
        assertThat(run(bare, "inspect", "m.fenchel", "--json").json().objects("weights"))
                .extracting(weight -> weight.text("feature"))
                .containsExactly("größe");
    }

    @Test
    void predictionsEndQuietlyWhereNobodyReads() throws Exception {
        Outcome trained =
                run("train", "linear", SPAM, "--target", "capitalTotal", "--exclude", "type", "--out", "m.fenchel");
        assertThat(trained.exit()).as(trained.err()).isZero();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process shell = new ProcessBuilder(
                        "sh", "-c", java + " -jar " + JAR + " predict m.fenchel " + SPAM + " | head -n 2")
                .directory(folder.toFile())
                .redirectOutput(place("out").toFile())
                .redirectError(place("err").toFile())
                .start();
        Outcome outcome = outcome(shell);
        assertThat(outcome.outLines()).hasSize(2);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void a9aFromFileToModelWithoutDelay() throws Exception {
        Path a9a = ExampleFiles.data("libsvm-a9a/a9a.gz");
        String[] args = {
            "train",
            "logistic",
            a9a.toString(),
            "--l2",
            "3.0711586e-5",
            "--no-intercept",
            "--tolerance",
            "1e-3",
            "--json",
            "--out",
            "a9a.fenchel"
        };
        JsonObject json = run(args).json();
        assertThat(json.whole("n")).isEqualTo(32561);
        // the optimum of 1/2 ||w||^2 + sum log-loss, C = 1, divided by n: independent code
        assertThat(json.number("objective")).isBetween(10529.5625846 / 32561, 10529.57 / 32561 * 1.001);
        assertThat(json.number("dual")).isLessThanOrEqualTo(10529.5625847 / 32561);
    }

    @Test
    void missingDataIsOneLineThatSaysHowToGetThem() throws Exception {
        Map<String, String> nowhere = Map.of(
                "FENCHEL_DATA",
                "/nowhere",
                "XDG_CACHE_HOME",
                folder.resolve("cache").toString());
        Outcome wine = run(nowhere, "reproduce", "sdca-blocks");
        assertThat(wine.exit()).isEqualTo(3);
        assertThat(wine.err()).hasLineCount(1).contains("fenchel data get wine-quality-white");
        Outcome facebook = run(nowhere, "reproduce", "sdca-rates");
        assertThat(facebook.exit()).isEqualTo(3);
        assertThat(facebook.err()).hasLineCount(1).contains("facebook-metrics", "put it at /nowhere/");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        Outcome some = run(nowhere, "reproduce", "sdca-rates", "sdca-toy(grid=5)", "sdca-start", "--json");
        assertThat(some.exit()).isEqualTo(3);
        assertThat(some.err()).as("one line for each experiment on data").hasLineCount(2);
        assertThat(JsonObject.parse(some.out()).objects("experiments"))
                .as("what needs no data was done all the same")
                .extracting(experiment -> experiment.text("name"))
                .containsExactly("sdca-toy");
    }

    /** Other commands must not become slower for the laboratory's sake. */
    @Test
    void theLaboratoryIsLoadedOnlyWhenAsked() throws Exception {
        String[][] others = {{"--version"}, {"train", "logistic", SPAM, "--target", "type", "--l2", "1", "--json"}};
        for (String[] args : others) {
            assertThat(loaded(args)).contains("org.fenchel.cli.Main").doesNotContain("org.fenchel.lab", "java.awt");
        }
        assertThat(loaded("reproduce", "--list")).contains("org.fenchel.lab").doesNotContain("java.awt");
    }

    private String loaded(String... args) throws IOException, InterruptedException {
        Path log = place("classes");
        Outcome outcome = run(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), args);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return Files.readString(log);
    }
}
