package org.fenchel.cli.links;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.cli.train.Learned;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinks;
import org.fenchel.run.Trace;
import org.fenchel.select.NuclearPath;
import org.jspecify.annotations.Nullable;

/**
 * A model of links just fitted.
 *
 * @param train the pairs that were learned from
 * @param fullMatrixBytes what the multiplier took
 * @param choice how the penalty was chosen, null where the user did
 */
record LinkLearned(
        TrainedLinks model,
        Trace trace,
        LinkData data,
        LabelledPairs train,
        double fullMatrixBytes,
        @Nullable NuclearPath choice)
        implements Learned<TrainedLinks> {
    @Override
    public String task() {
        return "links";
    }

    @Override
    public String dataSize() {
        return Numbers.count(train.links(), "link") + " and "
                + Numbers.count(train.count() - train.links(), "other pair") + " of "
                + LinkInspected.nodes(model.links());
    }

    @Override
    public List<String> dataNotes() {
        List<String> notes = new ArrayList<>();
        if (data.known().repeated() > 0) {
            notes.add(Numbers.count(data.known().repeated(), "row") + " repeat a pair: it counts once");
        }
        if (data.known().missing() > 0) {
            notes.add(Numbers.count(data.known().missing(), "row") + " with a missing cell left out");
        }
        if (fullMatrixBytes > 1e8) {
            notes.add(String.format(
                    Locale.ROOT, "one matrix of all pairs was kept while fitting: %.0f MB", 1e-6 * fullMatrixBytes));
        }
        return notes;
    }

    @Override
    public String words() {
        return "hinge loss, " + model.training().penalty();
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (model.links().matrix().rank() == 0) {
            warnings.add("all scores are 0: the penalty is too strong; lower --nuclear");
        }
        if (data.disjoint()) {
            warnings.add("no name is in both columns: with --bipartite they are two sets, and the matrix is smaller");
        }
        return warnings;
    }

    @Override
    public void printChoice(PrintWriter out) {
        if (choice == null) {
            return;
        }
        out.println("Penalty chosen on a tenth of the pairs, held out:");
        TextTable table = new TextTable("nuclear", "held-out auc", "rank");
        for (NuclearPath.Point point : choice.points()) {
            table.add(
                    Numbers.digits(point.nuclear(), 4),
                    Numbers.digits(1 - point.score(), 4),
                    Numbers.count(point.rank()));
        }
        table.print(out, "  ");
        out.println();
    }

    @Override
    public void printParameters(PrintWriter out) {
        LinkInspected.printSpectrum(model.links(), 5, out);
        out.println();
    }

    @Override
    public void putFacts(JsonObject json) {
        LinkInspected.putSizes(model.links(), json);
        json.put("links", train.links()).put("otherPairs", train.count() - train.links());
        LinkInspected.putSpectrum(model.links(), json);
        if (choice != null) {
            List<JsonObject> points = new ArrayList<>();
            for (NuclearPath.Point point : choice.points()) {
                points.add(new JsonObject()
                        .put("nuclear", point.nuclear())
                        .put("auc", Json.number(1 - point.score()))
                        .put("rank", point.rank()));
            }
            json.put("path", points);
        }
    }
}
