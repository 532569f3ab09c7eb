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

/** Completed matrices from the command line. */
class CompletionCommandTest {
    @TempDir
    Path folder;

    private Path ratings = Path.of("");
    private String model = "";

    /** Users like items of their own parity, which biases cannot say. */
    @BeforeEach
    void writeRatings() throws IOException {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("user,item,rating,liked,when\n");
        for (int user = 0; user < 40; user++) {
            for (int item = 100; item < 130; item++) {
                if (random.nextDouble() < 0.5) {
                    boolean liked = (user + item) % 2 == 0;
                    int rating = liked ? 4 + random.nextInt(2) : 1 + random.nextInt(2);
                    csv.append(user)
                            .append(',')
                            .append(item)
                            .append(',')
                            .append(rating)
                            .append(',');
                    csv.append(liked ? 1 : 0)
                            .append(',')
                            .append(random.nextInt(1000))
                            .append('\n');
                }
            }
        }
        ratings = Files.writeString(folder.resolve("ratings.csv"), csv);
        model = folder.resolve("m.fenchel").toString();
    }

    private Outcome run(String... options) {
        String[] args = new String[7 + options.length];
        System.arraycopy(
                new String[] {"train", "completion", ratings.toString(), "--user", "user", "--item", "item"},
                0,
                args,
                0,
                7);
        System.arraycopy(options, 0, args, 7, options.length);
        return Outcome.of(args);
    }

    private Outcome train(String... options) {
        Outcome outcome = run(options);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome;
    }

    @Test
    void ratingsAreCompletedRankedAndJudged() {
        Outcome trained = train("--value", "rating", "--test-split", "0.2", "--out", model);
        assertThat(trained.out()).contains("completion: absolute loss", "Penalty chosen", "Rank ", "nmae");
        JsonObject judged =
                Outcome.of("evaluate", model, ratings.toString(), "--json").json();
        assertThat(judged.object("metrics").object("mae").number("value")).isLessThan(0.8);
        assertThat(judged.object("metrics").object("nmae").number("value"))
                .isEqualTo(judged.object("metrics").object("mae").number("value") / 4);
        Outcome ranked = Outcome.of("predict", model, ratings.toString(), "--for", "user=7", "--top", "5");
        assertThat(ranked.exit()).as(ranked.err()).isZero();
        assertThat(ranked.outLines()).hasSize(6).first().isEqualTo("item,prediction");
        for (String line : ranked.outLines().subList(1, 6)) {
            assertThat(Integer.parseInt(line.split(",")[0]) % 2).isEqualTo(1);
        }
        JsonObject inspected = Outcome.of("inspect", model, "--json").json();
        assertThat(inspected.count("rank")).isPositive();
        assertThat(Outcome.of("inspect", model).out()).contains("singular value", "items at one end");
    }

    @Test
    void everyLossEndsWithAProof() {
        for (String loss : List.of("absolute", "squared", "huber(delta=0.5)", "l2norm")) {
            String nuclear = loss.equals("l2norm") ? "0.3" : "0.005";
            JsonObject json = train("--value", "rating", "--loss", loss, "--nuclear", nuclear, "--json")
                    .json();
            assertThat(json.number("relativeGap")).as(loss).isLessThanOrEqualTo(1e-4);
            assertThat(json.text("stop")).isEqualTo("certified");
            assertThat(json.count("rank")).as(loss).isPositive();
        }
    }

    @Test
    void twoValuesAreClassified() {
        train("--value", "liked", "--loss", "logistic", "--nuclear", "0.01", "--out", model, "--quiet");
        JsonObject judged =
                Outcome.of("evaluate", model, ratings.toString(), "--json").json();
        assertThat(judged.object("metrics").object("auc").number("value")).isGreaterThan(0.99);
        List<String> lines = Outcome.of("predict", model, ratings.toString(), "--rows", "1-3")
                .outLines();
        assertThat(lines).hasSize(4).first().isEqualTo("probability");
        Outcome refused = run("--value", "rating", "--loss", "logistic", "--nuclear", "0.01");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("the logistic loss is for two values");
    }

    @Test
    void theLastRatingsAreHeldOutOnRequest() {
        JsonObject json = train(
                        "--value", "rating", "--nuclear", "0.02", "--test-split", "0.25", "--time", "when", "--json")
                .json();
        assertThat(json.object("test").object("metrics").object("rmse").number("value"))
                .isLessThan(1.2);
    }

    @Test
    void unknownUsersGetTheBiasesOfTheItem() throws IOException {
        train("--value", "rating", "--nuclear", "0.02", "--out", model, "--quiet");
        Path others = Files.writeString(folder.resolve("others.csv"), "user,item\nnobody,100\n3,nothing\n3,101\n");
        Outcome predicted = Outcome.of("predict", model, others.toString());
        assertThat(predicted.err()).contains("2 rows of users or items that the model does not know");
        assertThat(predicted.outLines()).hasSize(4);
        assertThat(predicted.outLines().subList(1, 4))
                .allSatisfy(line -> assertThat(Double.parseDouble(line)).isBetween(1.0, 5.0));
    }

    @Test
    void mistakesAreTold() throws IOException {
        assertThat(run("--value", "ratng").err()).contains("rating");
        assertThat(run("--value", "rating", "--nuclear", "0").err()).contains("--nuclear is 0");
        assertThat(run("--value", "rating", "--loss", "hinge").err()).contains("not for ratings");
        assertThat(run("--value", "rating", "--time", "when").err()).contains("--test-split");
        assertThat(run("--value", "user").err()).contains("name a column twice");
        Path same = Files.writeString(folder.resolve("same.csv"), "u,i,v\na,b,3\nc,d,3\n");
        Outcome outcome =
                Outcome.of("train", "completion", same.toString(), "--user", "u", "--item", "i", "--value", "v");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("every value is 3");
        Path word = Files.writeString(folder.resolve("word.csv"), "u,i,v\na,b,3\nc,d,x\n");
        Outcome misspelt =
                Outcome.of("train", "completion", word.toString(), "--user", "u", "--item", "i", "--value", "v");
        assertThat(misspelt.exit()).isEqualTo(3);
        assertThat(misspelt.err()).hasLineCount(1).contains(word + ":3:3: 'x' in column 'v' is not a number");
    }
}
