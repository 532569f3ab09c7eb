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
    void aPageOfTheModelAlone() throws IOException {
        Path page = folder.resolve("page");
        Outcome outcome = Outcome.of("inspect", fitted(), "--page", page.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(Files.readString(page.resolve("index.html"))).contains("inhibition by all");
        assertThat(Files.size(page.resolve("kernels.png"))).isGreaterThan(5000);
    }

    /** A trade that comes while a cancellation has silenced trades. */
    @Test
    void eventsAtRateZeroAreCounted() throws IOException {
        Path file = folder.resolve("p.csv");
        Files.writeString(file, "time,node\n1,quote\n" + "2,cancel\n".repeat(10) + "2.01,trade\n9,quote\n");
        String model = fitted();
        Outcome outcome = Outcome.of("evaluate", model, file.toString(), "--json");
        assertThat(outcome.err()).contains("1 event (7.7 %)").contains("--floor");
        JsonObject metrics = outcome.json().object("metrics");
        assertThat(metrics.object("zero-rate-share").number("value")).isCloseTo(1 / 13.0, within(1e-12));
        double floored = metrics.object("gain-with-floor").number("value");
        JsonObject asked = Outcome.of("evaluate", model, file.toString(), "--floor", "1e-3", "--json")
                .json();
        assertThat(asked.object("metrics").object("gain-per-event").number("value"))
                .isCloseTo(floored, within(1e-12));
        assertMistake(Outcome.of("evaluate", model, file.toString(), "--floor", "-1"), 2, "--floor is -1");
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
    void leastSquaresAreNearTheLikelihood() {
        JsonObject fit = train(ORDERS, "--decays", "0.5,4", "--loss", "least-squares", "--l2", "1e-4", "--json")
                .json();
        assertThat(fit.number("relativeGap")).isLessThan(1e-9);
        String model = folder.resolve("ls.fenchel").toString();
        assertThat(train(ORDERS, "--decays", "0.5,4", "--loss", "least-squares", "--out", model)
                        .exit())
                .isZero();
        double gain = gain(model);
        assertThat(gain).isPositive().isCloseTo(gain(fitted()), within(0.005));
        JsonObject sparse = train(
                        ORDERS,
                        "--decays",
                        "0.5,4",
                        "--loss",
                        "least-squares",
                        "--l1",
                        "1e-2",
                        "--group-pairs",
                        "--nonnegative",
                        "--json")
                .json();
        assertThat(sparse.number("relativeGap")).isLessThan(1e-6);
    }

    private static double gain(String model) {
        return Outcome.of("evaluate", model, ORDERS, "--json")
                .json()
                .object("metrics")
                .object("gain-per-event")
                .number("value");
    }

    /** Every penalty, and a baseline of pieces, by either loss. */
    @Test
    void penaltiesAreCertified() {
        for (String loss : List.of("likelihood", "least-squares")) {
            for (List<String> penalty : List.of(
                    List.of("--l1", "1e-2"),
                    List.of("--l1", "1e-2", "--l2", "1e-3"),
                    List.of("--l1", "1e-2", "--group-pairs"),
                    List.of("--nonnegative"),
                    List.of("--l2", "1e-3", "--baseline-pieces", "4"))) {
                List<String> options = new ArrayList<>(List.of("--decays", "0.5,4", "--loss", loss, "--json"));
                options.addAll(penalty);
                Outcome outcome = train(ORDERS, options.toArray(String[]::new));
                assertThat(outcome.exit()).as(outcome.err()).isZero();
                assertThat(outcome.json().number("relativeGap"))
                        .as("%s %s", loss, penalty)
                        .isLessThan(1e-6);
            }
        }
    }

    @Test
    void ratesAndParents() {
        String model = fitted();
        Outcome rates = Outcome.of("predict", model, ORDERS, "--intensities", "0.5");
        assertThat(rates.exit()).as(rates.err()).isZero();
        assertThat(rates.outLines().get(0)).isEqualTo("time,cancel,quote,trade");
        assertThat(rates.outLines()).hasSize(3999 + 1);
        double sum = 0;
        for (String line : rates.outLines().subList(1, rates.outLines().size())) {
            sum += 0.5 * Double.parseDouble(line.split(",")[2]);
        }
        assertThat(sum).isCloseTo(1660, within(120.0));
        Outcome parents = Outcome.of("predict", model, ORDERS, "--parents", "0");
        assertThat(parents.outLines().get(0)).isEqualTo("event,node,time,parent,parent-node,parent-time,probability");
        double[] total = new double[10];
        for (String line : parents.outLines().subList(1, parents.outLines().size())) {
            String[] cells = line.split(",", -1);
            int event = Integer.parseInt(cells[0]);
            if (event < total.length) {
                total[event] += Double.parseDouble(cells[6]);
            }
        }
        assertThat(Arrays.copyOfRange(total, 1, 10))
                .containsExactly(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, within(1e-9));
        assertMistake(Outcome.of("predict", model, ORDERS, "--parents", "0.5", "--horizon", "1"), 2, "one at a time");
        assertMistake(Outcome.of("predict", model, ORDERS, "--intensities", "0"), 2, "positive step");
        JsonObject node = Outcome.of("evaluate", model, ORDERS, "--json")
                .json()
                .objects("nodes")
                .get(0);
        assertThat(node.number("fromBaseline")).isBetween(0.0, 918.0);
    }

    @Test
    void simulatesWhatIsWrittenDown() throws IOException {
        Path file = folder.resolve("p.json");
        Files.writeString(
                file,
                "{\"decays\": [1, 8], \"nodes\": [\"up\", \"down\"], \"baselines\": [[1, 0], [0.5, 0.5]],"
                        + " \"period\": 10, \"kernels\": [[[0.2, 0.1], [-0.3, 0]], [[0.4, 0], [0, 0.1]]]}");
        Outcome simulated = Outcome.of("simulate", "hawkes", file.toString(), "--end", "500", "--seed", "1");
        assertThat(simulated.exit()).as(simulated.err()).isZero();
        assertThat(simulated.outLines().get(0)).isEqualTo("node,time");
        assertThat(simulated.outLines().get(1)).matches("(up|down),[0-9.E-]+");
        assertThat(simulated.outLines().size()).isBetween(400, 900);
        // what inspect prints of a model is such a file
        String model = fitted();
        Path inspected = folder.resolve("inspected.json");
        Files.writeString(inspected, Outcome.of("inspect", model, "--json").out());
        assertThat(Outcome.of("simulate", "hawkes", inspected.toString(), "--end", "50")
                        .out())
                .isEqualTo(
                        Outcome.of("simulate", "hawkes", model, "--end", "50").out());
        for (String broken : List.of(
                "{\"decays\": [1], \"baselines\": [1], \"kernels\": [[0.1], [0.2]]}",
                "{\"decays\": [1], \"baselines\": [1]}",
                "{\"decays\": [1], \"baselines\": [[1, 2]], \"kernels\": [[0.1]]}",
                "{\"decays\": [\"x\"], \"baselines\": [1], \"kernels\": [[0.1]]}")) {
            Files.writeString(file, broken);
            Outcome outcome = Outcome.of("simulate", "hawkes", file.toString(), "--end", "5");
            assertThat(outcome.exit()).as(broken).isEqualTo(3);
            assertThat(outcome.errLines()).hasSize(1);
            assertThat(outcome.err()).contains("p.json");
        }
    }

    @Test
    void windowsOfSequencesInColumns() throws IOException {
        String text = "run,s,e,t,n\nx,0,10,1,a\ny,2,8,3,b\nx,0,10,2,b\nx,0,10,5,a\ny,2,8,2,a\ny,2,8,5,a\n";
        String file = Files.writeString(folder.resolve("w.csv"), text).toString();
        String model = folder.resolve("w.fenchel").toString();
        String[] train = {
            "train",
            "hawkes",
            file,
            "--time",
            "t",
            "--node",
            "n",
            "--sequence",
            "run",
            "--start-column",
            "s",
            "--end-column",
            "e",
            "--decays",
            "1",
            "--l2",
            "1",
            "--nonnegative",
            "--out",
            model
        };
        Outcome outcome = Outcome.of(train);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("windows of 16.0000 together").contains("1 event at the start or before it");
        Outcome simulated = Outcome.of("simulate", "hawkes", model, "--end", "40", "--sequences", "2");
        assertThat(simulated.outLines().get(0)).isEqualTo("run,n,t,s,e");
        assertThat(simulated.outLines().get(1)).endsWith(",0.0,40.0");
        Files.writeString(folder.resolve("w.csv"), text.replace("y,2,8,5", "y,2,9,5"));
        assertMistake(Outcome.of(train), 3, "w.csv:7:3: the e of this event is not that of its sequence's first, 8");
    }

    @Test
    void mistakesAreOneLine() {
        assertMistake(train(ORDERS, "--decays", "1", "--loss", "absolute"), 2, "likelihood or least-squares");
        assertMistake(
                train(ORDERS, "--decays", "1", "--loss", "least-squares", "--solver", "newton"),
                3,
                "one factor solves them");
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
