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
import org.fenchel.io.model.ModelFile;
import org.fenchel.io.model.TrainedHawkes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hawkes processes from the command line, from events to forecasts. */
class HawkesCommandTest {
    private static final String ORDERS = ExampleFiles.example("orders.csv");

    @TempDir
    Path folder;

    private static Outcome train(String data, String... options) {
        List<String> args = new ArrayList<>(List.of("train", "hawkes", data, "--time", "time", "--node", "node"));
        args.addAll(Arrays.asList(options));
        return Outcome.of(args.toArray(String[]::new));
    }

    private String fitted() {
        String model = folder.resolve("m.fenchel").toString();
        Outcome outcome = train(ORDERS, "--decays", "0.5,4", "--l2", "1e-4", "--quiet", "--out", model);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEmpty();
        return model;
    }

    /** The example was simulated with these. */
    @Test
    void theTruthIsFoundAgain() {
        TrainedHawkes model = ModelFile.read(Path.of(fitted()), TrainedHawkes.class);
        assertThat(model.hawkes().nodeNames()).containsExactly("cancel", "quote", "trade");
        double[][] norms = model.hawkes().kernelNorms();
        double[][] truth = {{0.15, 0.35, 0.1}, {0.1, 0.25, 0.4}, {-0.35, 0.2, 0.25}};
        for (int i = 0; i < 3; i++) {
            assertThat(norms[i]).containsExactly(truth[i], within(0.15));
        }
        assertThat(norms[2][0]).isLessThan(-0.2);
        assertThat(model.training().certificate().relativeGap()).isLessThan(1e-6);
    }

    @Test
    void judgedOnItsEventsAndOnLaterOnes() {
        String model = fitted();
        JsonObject all = Outcome.of("evaluate", model, ORDERS, "--json").json();
        JsonObject metrics = all.object("metrics");
        assertThat(metrics.object("ks-p-value").number("value")).isGreaterThan(0.05);
        assertThat(metrics.object("gain-per-event").number("value")).isPositive();
        assertThat(all.objects("nodes").get(2).number("expected"))
                .isCloseTo(all.objects("nodes").get(2).number("events"), within(20.0));
        JsonObject late = Outcome.of("evaluate", model, ORDERS, "--start", "1500", "--json")
                .json();
        assertThat(late.number("n")).isLessThan(all.number("n") / 2);
        Outcome held = train(ORDERS, "--decays", "0.5,4", "--test-split", "0.25", "--json");
        assertThat(held.json().object("test").number("n")).isEqualTo(late.number("n"), within(10.0));
    }

    @Test
    void forecastsAndContinuesAndReproduces() {
        String model = fitted();
        Outcome forecast = Outcome.of("predict", model, ORDERS, "--horizon", "10", "--paths", "50");
        assertThat(forecast.exit()).as(forecast.err()).isZero();
        assertThat(forecast.outLines().get(0)).isEqualTo("node,expected,standard-error,low,high,probability");
        assertThat(forecast.outLines()).hasSize(4);
        Outcome simulated = Outcome.of("simulate", "hawkes", model, "--history", ORDERS, "--end", "2050");
        assertThat(simulated.outLines().get(0)).isEqualTo("node,time");
        assertThat(simulated.outLines().size()).isBetween(10, 200);
        assertThat(simulated.outLines().get(1)).matches("(cancel|quote|trade),(1999|20[0-9][0-9])\\..*");
        assertThat(Outcome.of("simulate", "hawkes", model, "--history", ORDERS, "--end", "2050")
                        .out())
                .isEqualTo(simulated.out());
    }

    @Test
    void aPageWithPictures() throws IOException {
        Path page = folder.resolve("page");
        Outcome outcome = Outcome.of("evaluate", fitted(), ORDERS, "--page", page.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        String html = Files.readString(page.resolve("index.html"));
        assertThat(html).contains("Who excites and who inhibits whom").doesNotContain("claims hold");
        for (String figure : List.of("kernels", "intensities", "quantiles")) {
            assertThat(html).contains("<figure id=\"" + figure + "\">");
            assertThat(Files.size(page.resolve(figure + ".png"))).isGreaterThan(5000);
        }
        assertThat(Files.readAllLines(page.resolve("kernels.csv"))).hasSize(10);
    }

    @Test
    void simulatedEventsCanBeReadAgain() throws IOException {
        String model = fitted();
        String events = folder.resolve("s.csv").toString();
        Outcome simulated = Outcome.of(
                "simulate", "hawkes", model, "--end", "200", "--sequences", "4", "--seed", "3", "--out", events);
        assertThat(simulated.exit()).as(simulated.err()).isZero();
        assertThat(Files.readAllLines(Path.of(events)).get(0)).isEqualTo("sequence,node,time");
        Outcome again = train(events, "--sequence", "sequence", "--decays", "0.5,4", "--l2", "1e-3", "--json");
        assertThat(again.json().number("sequences")).isEqualTo(4);
    }

    @Test
    void datesAndPeriods() throws IOException {
        StringBuilder text = new StringBuilder("time,node\n");
        for (int day = 1; day <= 28; day++) {
            for (int hour = 8; hour < 20; hour++) {
                text.append(String.format("2024-02-%02dT%02d:%02d:00Z,door%n", day, hour, (day * hour) % 60));
            }
        }
        String file = Files.writeString(folder.resolve("doors.csv"), text).toString();
        Outcome outcome = train(
                file,
                "--unit",
                "hours",
                "--decays",
                "2",
                "--baseline-pieces",
                "24",
                "--baseline-period",
                "24",
                "--l2",
                "1e-3");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("from 2024-02-01T08:08:00Z to 2024-02-28T19:52:00Z, 659.733 hours");
        assertThat(outcome.out()).contains("1 event at the start or before it: history");
    }

    @Test
    void mistakesAreOneLine() {
        assertMistake(train(ORDERS, "--decays", "-1"), 3, "decay -1.0 is not positive");
        assertMistake(train(ORDERS, "--decays", "1", "--l2", "-1"), 2, "penalty weights");
        assertMistake(train(ORDERS, "--decays", "1", "--unit", "weeks"), 2, "seconds, minutes, hours or days");
        assertMistake(train(ORDERS, "--decays", "1", "--group-pairs"), 2, "add --l1");
        assertMistake(train(ORDERS, "--decays", "1", "--start", "3000"), 3, "the window would go from 3000 to");
        assertMistake(train(ORDERS, "--decays", "1", "--l1", "0.1", "--solver", "newton"), 3, "kinks or bounds");
        assertMistake(Outcome.of("train", "hawkes", ORDERS), 2, "--time");
        String model = fitted();
        assertMistake(Outcome.of("predict", model, ORDERS), 3, "add --horizon");
        assertMistake(Outcome.of("predict", model, ORDERS, "--horizon", "-1"), 3, "positive horizon");
        assertMistake(Outcome.of("simulate", "hawkes", model, "--end", "-5"), 3, "let it end after it starts");
        assertMistake(Outcome.of("simulate"), 2, "what kind of process");
    }

    private static void assertMistake(Outcome outcome, int exit, String words) {
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(exit);
        assertThat(outcome.errLines()).hasSize(1);
        assertThat(outcome.err()).contains(words);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void explosionsAreRefused() throws IOException {
        StringBuilder text = new StringBuilder("time,node\n");
        // bursts that double until the end
        for (int k = 0; k < 400; k++) {
            text.append(10 * Math.log(1 + k)).append(",a\n");
        }
        String file = Files.writeString(folder.resolve("bursts.csv"), text).toString();
        String model = folder.resolve("b.fenchel").toString();
        Outcome outcome = train(file, "--decays", "1", "--out", model);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("branching ratio").contains("--force");
        assertMistake(Outcome.of("simulate", "hawkes", model, "--end", "10"), 3, "spectral radius");
        assertThat(Outcome.of("simulate", "hawkes", model, "--end", "1", "--force")
                        .exit())
                .isZero();
        assertMistake(
                Outcome.of("simulate", "hawkes", model, "--end", "1000", "--force", "--limit", "50"),
                3,
                "more than 50 events before time");
    }
}
