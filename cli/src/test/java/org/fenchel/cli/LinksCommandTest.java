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

/** Links from the command line. */
class LinksCommandTest {
    @TempDir
    Path folder;

    private Path edges = Path.of("");
    private Path labelled = Path.of("");
    private String model = "";

    /** Nodes link within their own parity. */
    @BeforeEach
    void writeLinks() throws IOException {
        Random random = new Random(2);
        StringBuilder plain = new StringBuilder("from,to\n");
        StringBuilder labels = new StringBuilder("from,to,link\n");
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                boolean linked = i != j && (i + j) % 2 == 0;
                if (linked && random.nextDouble() < 0.6) {
                    plain.append(i).append(',').append(j).append('\n');
                }
                if (random.nextDouble() < 0.4) {
                    labels.append("a" + i + ",b" + j + "," + ((i + j) % 2 == 0 ? 1 : 0) + "\n");
                }
            }
        }
        edges = Files.writeString(folder.resolve("edges.csv"), plain);
        labelled = Files.writeString(folder.resolve("labelled.csv"), labels);
        model = folder.resolve("m.fenchel").toString();
    }

    private Outcome train(Path file, String... options) {
        String[] args = new String[7 + options.length];
        System.arraycopy(
                new String[] {"train", "links", file.toString(), "--from", "from", "--to", "to"}, 0, args, 0, 7);
        System.arraycopy(options, 0, args, 7, options.length);
        return Outcome.of(args);
    }

    @Test
    void linksAreLearnedRankedAndJudged() {
        Outcome trained = train(edges, "--test-split", "0.2", "--out", model);
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("links: hinge loss", "Penalty chosen", "held-out auc", "Rank ", "auc");
        JsonObject judged =
                Outcome.of("evaluate", model, edges.toString(), "--json").json();
        assertThat(judged.object("metrics").object("auc").number("value")).isGreaterThan(0.95);
        // 40 % of the pairs of one parity are no links in the file, and some of them are drawn as such
        assertThat(judged.object("metrics").object("precision@10").number("value"))
                .isGreaterThan(0.6);
        for (String column : List.of("from", "to")) {
            Outcome ranked = Outcome.of("predict", model, edges.toString(), "--for", column + "=7", "--top", "4");
            assertThat(ranked.exit()).as(ranked.err()).isZero();
            assertThat(ranked.outLines())
                    .hasSize(5)
                    .first()
                    .isEqualTo((column.equals("from") ? "to" : "from") + ",score");
            for (String line : ranked.outLines().subList(1, 5)) {
                assertThat(Integer.parseInt(line.split(",")[0]) % 2).isEqualTo(1);
            }
        }
        JsonObject inspected = Outcome.of("inspect", model, "--json").json();
        assertThat(inspected.count("rank")).isPositive();
        assertThat(inspected.objects("strongest")).hasSize(10);
        assertThat(Outcome.of("inspect", model).out()).contains("The strongest links", "40 nodes");
    }

    @Test
    void givenNegativesAndTwoSets() {
        for (String solver : List.of("douglas-rachford", "semi-lpadmm")) {
            JsonObject json = train(
                            labelled,
                            "--label",
                            "link",
                            "--bipartite",
                            "--nuclear",
                            "0.01",
                            "--solver",
                            solver,
                            "--tolerance",
                            "1e-3",
                            "--json",
                            "--out",
                            model)
                    .json();
            assertThat(json.text("stop")).as(solver).isEqualTo("certified");
            assertThat(json.count("beginnings")).isEqualTo(40);
            assertThat(json.flag("oneSet")).isFalse();
        }
        JsonObject judged =
                Outcome.of("evaluate", model, labelled.toString(), "--json").json();
        assertThat(judged.object("metrics").object("auc").number("value")).isGreaterThan(0.95);
        Outcome predicted = Outcome.of("predict", model, labelled.toString(), "--rows", "1-3");
        assertThat(predicted.outLines()).hasSize(4).first().isEqualTo("score");
    }

    @Test
    void withoutAnL1NormTheMultiplierIsSparse() {
        JsonObject json =
                train(edges, "--l1", "0", "--nuclear", "0.01", "--json").json();
        assertThat(json.text("stop")).isEqualTo("certified");
        assertThat(json.count("rank")).isPositive();
    }

    @Test
    void unknownNodesScoreNothing() throws IOException {
        train(edges, "--nuclear", "0.01", "--out", model, "--quiet");
        Path others = Files.writeString(folder.resolve("others.csv"), "from,to\nnobody,1\n2,4\n");
        Outcome predicted = Outcome.of("predict", model, others.toString());
        assertThat(predicted.err()).contains("1 row of nodes that the model does not know");
        assertThat(predicted.outLines()).hasSize(3).contains("0.0");
        assertThat(Outcome.of("predict", model, edges.toString(), "--for", "from=nobody")
                        .err())
                .contains("the model knows no from=nobody");
    }

    @Test
    void mistakesAreTold() throws IOException {
        assertThat(train(edges, "--nuclear", "0").err()).contains("--nuclear is 0");
        assertThat(train(edges, "--l1", "-1").err()).contains("--l1 is -1");
        assertThat(train(edges, "--negatives", "given").err()).contains("add --label");
        assertThat(train(edges, "--negatives", "some").err()).contains("give random or given");
        assertThat(train(edges, "--label", "to").err()).contains("name a column twice");
        assertThat(train(edges, "--solver", "sgd").err()).contains("semi-lpadmm");
        assertThat(train(labelled, "--nuclear", "0.01").err()).contains("--bipartite");
        Path three = Files.writeString(folder.resolve("three.csv"), "from,to,link\na,b,1\nc,d,0\ne,f,2\n");
        Outcome outcome = train(three, "--label", "link");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).hasLineCount(1).contains(three + ":2", "neither 0 nor 2");
        Path same = Files.writeString(folder.resolve("same.csv"), "from,to,link\na,b,1\nc,d,1\n");
        assertThat(train(same, "--label", "link").err()).contains("every pair is a link");
    }
}
