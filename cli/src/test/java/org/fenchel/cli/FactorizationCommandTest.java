package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Factorization machines from the command line. */
class FactorizationCommandTest {
    @TempDir
    Path folder;

    private Path ratings = Path.of("");
    private String model = "";

    /** Users like items of their own parity, which is a matter of pairs alone. */
    @BeforeEach
    void writeRatings() throws IOException {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("user,town,item,price,rating\n");
        for (int i = 0; i < 3000; i++) {
            int user = random.nextInt(40);
            int item = 100 + random.nextInt(30);
            int rating = (user + item) % 2 == 0 ? 4 + random.nextInt(2) : 1 + random.nextInt(3);
            csv.append(user)
                    .append(',')
                    .append(user % 3 == 0 ? "Ulm" : "Bonn")
                    .append(',')
                    .append(item)
                    .append(',');
            csv.append(item % 7 / 10.0).append(',').append(rating).append('\n');
        }
        ratings = Files.writeString(folder.resolve("ratings.csv"), csv);
        model = folder.resolve("m.fenchel").toString();
    }

    private Outcome train(String... options) {
        String[] args = new String[5 + options.length];
        System.arraycopy(new String[] {"train", "fm", ratings.toString(), "--out", model}, 0, args, 0, 5);
        System.arraycopy(options, 0, args, 5, options.length);
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome;
    }

    @Test
    void classesOfRatingsAreLearnedRankedAndJudged() {
        Outcome trained = train("--target", "rating", "--threshold", "4", "--factors", "4", "--test-split", "0.2");
        assertThat(trained.out())
                .contains(">=4 is positive", "factorization machine, logistic", "Pairs, the strongest");
        JsonObject judged = Outcome.of("evaluate", model, ratings.toString(), "--by", "user", "--json")
                .json();
        assertThat(judged.object("metrics").object("auc").number("value")).isGreaterThan(0.95);
        assertThat(judged.object("ranking").number("ndcg")).isGreaterThan(0.95);
        assertThat(judged.object("ranking").number("groups")).isEqualTo(40);
        Outcome ranked = Outcome.of("predict", model, ratings.toString(), "--for", "user=7", "--top", "5", "--seen");
        assertThat(ranked.exit()).as(ranked.err()).isZero();
        assertThat(ranked.outLines()).hasSize(6);
        assertThat(ranked.outLines().get(0)).isEqualTo("item,probability");
        for (String line : ranked.outLines().subList(1, 6)) {
            assertThat(Integer.parseInt(line.split(",")[0]) % 2).isEqualTo(1);
        }
    }

    @Test
    void numbersAreRegressedByDefault() {
        train("--target", "rating", "--factors", "4", "--quiet");
        JsonObject judged =
                Outcome.of("evaluate", model, ratings.toString(), "--json").json();
        assertThat(judged.text("task")).isEqualTo("linear");
        assertThat(judged.object("metrics").object("rmse").number("value")).isLessThan(0.9);
        List<String> lines = Outcome.of("predict", model, ratings.toString()).outLines();
        assertThat(lines).hasSize(3001);
        assertThat(lines.get(0)).isEqualTo("prediction");
    }

    @Test
    void inspectNamesPairs() {
        train("--target", "rating", "--factors", "4", "--quiet");
        JsonObject shown = Outcome.of("inspect", model, "--top", "3", "--json").json();
        List<JsonObject> pairs = shown.objects("pairs");
        assertThat(pairs).hasSize(3);
        assertThat(pairs.get(0).text("one")).contains("=");
        assertThat(Outcome.of("inspect", model).out()).contains("Pairs, the strongest", " & ");
    }

    @Test
    void everySolverOfMachinesCanBeNamed() {
        JsonObject solvers = Outcome.of("solvers", "fm", "--json").json();
        assertThat(solvers.objects("solvers").stream().map(solver -> solver.text("name")))
                .contains("proximal-point", "gibbs", "sgd", "adagrad", "adam");
        for (String solver :
                List.of("gibbs(samples=6,burn=2,kept=2)", "sgd(passes=2)", "proximal-point(members=2,passes=2)")) {
            train("--target", "rating", "--factors", "2", "--solver", solver, "--quiet");
            assertThat(Outcome.of("inspect", model, "--json").json().text("solver"))
                    .startsWith(solver.substring(0, 3));
        }
        assertThat(Outcome.of("solvers", "cheese").exit()).isEqualTo(2);
    }

    @Test
    void aMachineIsTrainedFurtherOnNewFeatures() throws IOException {
        train("--target", "rating", "--factors", "4", "--quiet");
        Files.writeString(ratings, Files.readString(ratings) + "77,Kiel,100,0.2,5\n");
        String before = model;
        model = folder.resolve("more.fenchel").toString();
        train("--target", "rating", "--factors", "4", "--epochs", "1", "--warm-start", before, "--quiet");
        JsonObject shown = Outcome.of("inspect", model, "--json").json();
        assertThat(shown.objects("weights").stream().map(weight -> weight.text("feature")))
                .contains("user=77", "town=Kiel");
    }

    @Test
    void rowsHeldOutStopTheFit() {
        JsonObject trained = train(
                        "--target",
                        "rating",
                        "--factors",
                        "8",
                        "--validation",
                        "0.2",
                        "--l2-factors",
                        "0",
                        "--l2-weights",
                        "0",
                        "--solver",
                        "proximal-point(decay=1,passes=300,step=0.2)",
                        "--json")
                .json();
        assertThat(trained.number("n")).isEqualTo(2400);
        assertThat(trained.text("stop")).isEqualTo("finished");
        assertThat(trained.number("passes")).isLessThan(300);
        assertThat(Outcome.of("evaluate", model, ratings.toString()).exit()).isZero();
    }

    @Test
    void mistakesAreExplained() {
        String data = ratings.toString();
        assertThat(Outcome.of("train", "fm", data).err()).contains("--target");
        assertThat(Outcome.of("train", "fm", data, "-t", "rating", "--task", "cook")
                        .err())
                .contains("classify or regress");
        assertThat(Outcome.of("train", "fm", data, "-t", "rating", "--task", "classify")
                        .err())
                .contains("classes");
        assertThat(Outcome.of("train", "fm", data, "-t", "town", "--threshold", "1")
                        .err())
                .contains("--threshold");
        assertThat(Outcome.of("train", "fm", data, "-t", "rating", "--solver", "sdca")
                        .err())
                .contains("proximal-point");
        train("--target", "rating", "--factors", "2", "--epochs", "1", "--quiet");
        assertThat(Outcome.of("predict", model, data, "--for", "user").err()).contains("column=value");
        assertThat(Outcome.of("predict", model, data, "--for", "user=999").err())
                .contains("no row has user=999");
    }

    @Test
    void hashedCategoriesTakeWhatWasNeverSeen() throws IOException {
        Outcome trained = train("-t", "rating", "--threshold", "4", "--hash-bits", "12", "--test-split", "0.2");
        assertThat(trained.out()).contains("72 categories hashed to ", "of them to one they share");
        Path later = Files.writeString(
                folder.resolve("later.csv"), "user,town,item,price\n1,Ulm,101,0.1\n999,Kiel,101,0.1\n");
        Outcome predicted = Outcome.of("predict", model, later.toString());
        assertThat(predicted.exit()).as(predicted.err()).isZero();
        assertThat(predicted.err()).doesNotContain("not seen");
        assertThat(predicted.outLines()).hasSize(3);
        JsonObject judged =
                Outcome.of("evaluate", model, ratings.toString(), "--json").json();
        assertThat(judged.object("metrics").object("auc").number("value")).isGreaterThan(0.9);
        Outcome top = Outcome.of("predict", model, ratings.toString(), "--for", "user=3", "--seen");
        assertThat(top.exit()).as(top.err()).isZero();
        assertThat(top.outLines().get(0)).isEqualTo("item,probability");
    }

    @Test
    void threadsOfOneFitAreAPartOfTheMethod() {
        train("-t", "rating", "--threshold", "4", "--solver", "proximal-point(threads=2)", "--quiet");
        JsonObject judged =
                Outcome.of("evaluate", model, ratings.toString(), "--json").json();
        assertThat(judged.object("metrics").object("auc").number("value")).isGreaterThan(0.95);
    }

    @Test
    void rowsMayStayOnDisk() {
        Path criteo = ExampleFiles.data("criteo-ffm-sample/small_train.txt");
        Outcome outcome = Outcome.of("train", "fm", criteo.toString(), "--factors", "4", "--out", model, "--stream");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("200 rows, 9,991 features", "rows on disk, read in 1 block");
        JsonObject judged =
                Outcome.of("evaluate", model, criteo.toString(), "--json").json();
        assertThat(judged.object("metrics").object("log-loss").number("value")).isLessThan(0.6);
        Outcome refused = Outcome.of("train", "fm", ratings.toString(), "-t", "rating", "--stream");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("leave --stream out");
        Outcome stopped = Outcome.of("train", "fm", criteo.toString(), "--stream", "--validation", "0.1");
        assertThat(stopped.exit()).as(stopped.err()).isZero();
        assertThat(stopped.out()).contains("20 rows held out to stop by");
        assertThat(Outcome.of("train", "fm", criteo.toString(), "--stream", "--test-split", "0.1")
                        .err())
                .contains("keeps no rows to test with");
    }

    @Test
    void libffmHasFields() {
        Path criteo = ExampleFiles.data("criteo-ffm-sample/small_train.txt");
        Outcome outcome = Outcome.of(
                "train",
                "fm",
                criteo.toString(),
                "--factors",
                "4",
                "--out",
                model,
                "--solver",
                "gibbs(samples=12,burn=4,kept=2)");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        JsonObject judged = Outcome.of(
                        "evaluate",
                        model,
                        criteo.resolveSibling("small_test.txt").toString(),
                        "--json")
                .json();
        assertThat(judged.object("metrics").object("log-loss").number("value")).isLessThan(0.8);
    }

    @Test
    void movieLensIsJoined() {
        Path movies = ExampleFiles.data("movielens-100k");
        Outcome outcome = Outcome.of(
                "train", "fm", movies.toString(), "-t", "rating", "--threshold", "5", "--epochs", "2", "--out", model);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("100,000 rows, 2,728 features", ">=5 is positive (21,201 rows)");
        Outcome top = Outcome.of("predict", model, movies.toString(), "--for", "user=42");
        assertThat(top.exit()).as(top.err()).isZero();
        assertThat(top.outLines()).hasSize(11);
        assertThat(top.outLines().get(0)).isEqualTo("movie,probability");
    }
}
