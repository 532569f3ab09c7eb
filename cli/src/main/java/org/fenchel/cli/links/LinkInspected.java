package org.fenchel.cli.links;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.TextTable;
import org.fenchel.cli.hawkes.HawkesWords;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinks;
import org.fenchel.model.LinkModel;
import org.fenchel.problem.LowRankMatrix;

/** What is to be seen in a model of links: its rank, its singular values, and the links that it is surest of. */
record LinkInspected(TrainedLinks model, InspectOptions options) implements Inspected {
    @Override
    public String task() {
        return "links";
    }

    @Override
    public String size() {
        return nodes(model.links());
    }

    /** How many nodes there are, in words. */
    static String nodes(LinkModel links) {
        return links.oneSet()
                ? Numbers.count(links.from().size(), "node")
                : Numbers.count(links.from().size()) + " x "
                        + Numbers.count(links.to().size(), "node");
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    private int top() {
        return options.top < 0 ? 10 : options.top;
    }

    @Override
    public void printParameters(PrintWriter out) {
        printSpectrum(model.links(), top(), out);
        List<LinkModel.Link> strongest =
                model.links().matrix().rank() == 0 ? List.of() : model.links().strongest(top());
        if (strongest.isEmpty()) {
            return;
        }
        out.println();
        out.println("The strongest links, known ones among them:");
        TextTable table = new TextTable(model.from(), model.to(), "score");
        for (LinkModel.Link link : strongest) {
            table.add(
                    OneLine.of(model.links().from().get(link.from())),
                    OneLine.of(model.links().to().get(link.to())),
                    Numbers.digits(link.score(), 4));
        }
        table.print(out, "  ");
    }

    /** Prints rank, norm and the largest singular values. */
    static void printSpectrum(LinkModel links, int most, PrintWriter out) {
        LowRankMatrix matrix = links.matrix();
        out.println("Rank " + matrix.rank() + ", nuclear norm " + Numbers.of(matrix.nuclearNorm()));
        int shown = Math.min(most, matrix.rank());
        if (shown > 0) {
            List<String> values = new ArrayList<>();
            for (int k = 0; k < shown; k++) {
                values.add(Numbers.digits(matrix.values()[k], 4));
            }
            out.println("  Singular values " + String.join(", ", values) + (shown < matrix.rank() ? ", ..." : ""));
        }
    }

    static void putSpectrum(LinkModel links, JsonObject json) {
        json.put("rank", links.matrix().rank())
                .put("nuclearNorm", links.matrix().nuclearNorm())
                .put("singularValues", HawkesWords.list(links.matrix().values()));
    }

    static void putSizes(LinkModel links, JsonObject json) {
        json.put("oneSet", links.oneSet())
                .put("beginnings", links.from().size())
                .put("ends", links.to().size());
    }

    @Override
    public void putFacts(JsonObject json) {
        putSizes(model.links(), json);
    }

    @Override
    public void putParameters(JsonObject json) {
        putSpectrum(model.links(), json);
        List<JsonObject> strongest = new ArrayList<>();
        for (LinkModel.Link link : model.links().strongest(top())) {
            strongest.add(new JsonObject()
                    .put("from", model.links().from().get(link.from()))
                    .put("to", model.links().to().get(link.to()))
                    .put("score", Json.number(link.score())));
        }
        json.put("strongest", strongest);
    }
}
