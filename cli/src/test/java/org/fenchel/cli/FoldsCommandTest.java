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

/** Cross-validation on the command line. */
class FoldsCommandTest {
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
}
