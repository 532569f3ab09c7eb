package org.fenchel.lab.hawkes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Report;
import org.fenchel.lab.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The experiments on events, on a few hundred of them. */
class HawkesExperimentsTest {
    @TempDir
    Path folder;

    static List<Experiment> tiny() {
        return List.of(
                new HawkesAdjacency(4000, 0.2, 1), new HawkesOrderFlow(1, 1e-2), new HawkesEarthquakes(0.5, 1e-3));
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void findingsAreWhole(Experiment experiment) {
        Report report = Report.of(experiment, shelf(), doing -> {});
        Findings findings = report.findings();
        assertThat(findings.claims())
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.found()).isNotBlank());
        assertThat(findings.table().rows()).isNotEmpty();
        assertThat(findings.figures()).isNotEmpty();
        for (Figure figure : findings.figures()) {
            assertThat(figure.name()).matches("[a-z0-9-]+");
            assertThat(figure.table().rows()).isNotEmpty();
        }
        assertThat(findings.data()).hasSize(2);
    }

    @Test
    void inhibitionIsBeyondTheBoundedMethod() {
        Findings findings = new HawkesAdjacency(60_000, 2, 1).run(shelf(), doing -> {});
        int last = findings.table().rows().size() - 1;
        assertThat(findings.table().rows().get(last - 3)).contains("inhibition", "newton");
        assertThat(findings.table().number(last - 3, "relative gap")).isLessThan(1e-9);
        assertThat(findings.table().number(last - 3, "error")).isLessThan(0.1);
    }

    @Test
    void brokenFilesAreNamed() throws IOException {
        Files.writeString(folder.resolve("book.csv"), "34200.1,1,5,6\n");
        Shelf broken = name -> name.equals(OrderFlow.LOBSTER) ? folder.resolve("book.csv") : shelf().file(name);
        assertThatThrownBy(() -> new HawkesOrderFlow().run(broken, doing -> {}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("book.csv:1")
                .hasMessageContaining("has 4 cells");
    }

    private Shelf shelf() {
        return name -> {
            try {
                return made(name);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }

    private Path made(String name) throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        switch (name) {
            case OrderFlow.NYSE -> {
                for (String part : List.of("train", "test")) {
                    StringBuilder types = new StringBuilder();
                    text.setLength(0);
                    for (int s = 0; s < 3; s++) {
                        double t = 0;
                        for (int k = 0; k < 60; k++) {
                            t += 0.01 * random.nextDouble();
                            text.append(t).append(k == 59 ? "\n" : " ");
                            types.append(1 + random.nextInt(2)).append(k == 59 ? "\n" : " ");
                        }
                    }
                    Files.writeString(folder.resolve("time-1-" + part + ".txt"), text);
                    Files.writeString(folder.resolve("event-1-" + part + ".txt"), types);
                }
                return folder.resolve("time-1-train.txt");
            }
            case OrderFlow.LOBSTER -> {
                double t = 35_999;
                for (int k = 0; k < 800; k++) {
                    t += 0.3 * random.nextDouble();
                    text.append(String.format(Locale.ROOT, "%.9f,%d,1,100,5,%d%n", t, 1 + k % 5, k % 2 == 0 ? 1 : -1));
                }
                return Files.writeString(folder.resolve("messages.csv"), text);
            }
            case Earthquakes.USGS -> {
                text.append("time,net\n");
                List<String> nets = List.of("ak", "ci", "hv", "nc", "nn", "tx", "us");
                for (int k = 0; k < 400; k++) {
                    text.append(String.format(
                            Locale.ROOT,
                            "2024-05-%02dT%02d:%02d:00.000Z,%s%n",
                            1 + random.nextInt(30),
                            random.nextInt(24),
                            random.nextInt(60),
                            nets.get(random.nextInt(7))));
                }
                return Files.writeString(folder.resolve("month.csv"), text);
            }
            default -> {
                double t = 0;
                for (int k = 0; k < 200; k++) {
                    t += random.nextDouble();
                    text.append(String.format(
                            Locale.ROOT,
                            "1.0 100.0  55.8 5.2 NA %.1f  %.4f 39.90%n",
                            5 + 1.5 * random.nextDouble(),
                            t));
                }
                Files.writeString(folder.resolve("Phuket.txt"), text);
                return folder.resolve("Tangshan.txt");
            }
        }
    }
}
