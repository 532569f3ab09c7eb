package org.fenchel.cli.links;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Metrics;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinks;
import org.fenchel.metric.Accuracy;
import org.fenchel.metric.AreaUnderCurve;
import org.fenchel.metric.Metric;
import org.fenchel.metric.PrecisionAt;
import org.fenchel.metric.Scored;

/**
 * How well a model of links tells them from other pairs.
 *
 * @param n how many pairs
 * @param links how many of them are links
 * @param unknown how many rows are of nodes that the model does not know; they are not judged
 */
record LinkEvaluated(int n, int links, int unknown, List<Metrics.Named> metrics) implements Evaluated {
    private static final int[] SHORT_LISTS = {10, 100, 1000};

    /**
     * Measures.
     *
     * @param pairs by the model's numbers
     * @param unknown how many rows were left out
     * @throws InvalidInput if there are no pairs
     */
    static LinkEvaluated of(TrainedLinks model, LabelledPairs pairs, int unknown, long seed) {
        if (pairs.count() == 0) {
            throw InvalidInput.of("no row has two nodes that the model knows", "give at least one");
        }
        double[] scores = new double[pairs.count()];
        for (int k = 0; k < scores.length; k++) {
            long key = pairs.keys()[k];
            scores[k] = model.links().score((int) (key / pairs.n()), (int) (key % pairs.n()));
        }
        List<Metric<Scored>> metrics = new ArrayList<>(List.of(new AreaUnderCurve(), new Accuracy()));
        for (int count : SHORT_LISTS) {
            if (count < pairs.links()) {
                metrics.add(new PrecisionAt(count));
            }
        }
        return new LinkEvaluated(
                pairs.count(),
                pairs.links(),
                unknown,
                Metrics.of(metrics, Scored.of(scores, scores, pairs.labels(), null), seed));
    }

    @Override
    public String task() {
        return "links";
    }

    @Override
    public String size() {
        return Numbers.count(links, "link") + " and " + Numbers.count(n - links, "other pair");
    }

    @Override
    public List<String> warnings() {
        return unknown == 0
                ? List.of()
                : List.of(Numbers.count(unknown, "row")
                        + " with a missing cell, or a node that the model does not know, left out");
    }

    @Override
    public void printTables(PrintWriter out) {
        // metrics say it all
    }

    @Override
    public void putTables(JsonObject json) {
        json.put("links", links).put("otherPairs", n - links).put("unknown", unknown);
    }
}
