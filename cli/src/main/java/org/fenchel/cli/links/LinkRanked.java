package org.fenchel.cli.links;

import java.io.IOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fenchel.cli.console.Quoted;
import org.fenchel.cli.use.Predicted;
import org.fenchel.cli.use.RankOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.TrainedLinks;
import org.fenchel.io.table.Column;
import org.fenchel.model.LinkModel;

/**
 * The likeliest links of one node, best first, as CSV: where they end, or with {@code --for} of the other column where they begin. Those that the data has
 * already are left out unless all are wanted.
 *
 * @param begins whether the node is the beginning
 * @param node its number
 * @param others numbers of the others, best first
 */
record LinkRanked(TrainedLinks model, boolean begins, int node, int[] others) implements Predicted {
    /**
     * Ranks.
     *
     * @throws InvalidInput if the model has no such node
     */
    static LinkRanked of(TrainedLinks model, LinkTable table, RankOptions options, String whom) {
        String[] parts = options.parts(whom);
        LinkModel links = model.links();
        boolean begins = parts[0].equals(model.from());
        if (!begins && !parts[0].equals(model.to())) {
            throw InvalidInput.of(
                    "--for names the column " + parts[0] + ", and nodes are in " + model.from() + " and " + model.to(),
                    "write --for " + model.from() + "=" + parts[1]);
        }
        int node = begins ? links.from(parts[1]) : links.to(parts[1]);
        if (node < 0) {
            throw InvalidInput.of("the model knows no " + whom, "give a node that it was trained on");
        }
        BitSet out = options.seen ? new BitSet() : seen(links, table, begins, node);
        if (links.oneSet()) {
            out.set(node);
        }
        int size = begins ? links.to().size() : links.from().size();
        int[] best = IntStream.range(0, size)
                .filter(other -> !out.get(other))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer other) -> -score(links, begins, node, other)))
                .limit(options.top)
                .mapToInt(other -> other)
                .toArray();
        if (best.length == 0) {
            throw InvalidInput.of("there is no node that is new to " + whom, "add --seen");
        }
        return new LinkRanked(model, begins, node, best);
    }

    private static BitSet seen(LinkModel links, LinkTable table, boolean begins, int node) {
        Column.Categorical own = begins ? table.from() : table.to();
        Column.Categorical other = begins ? table.to() : table.from();
        int[] owns = LinkTable.numbers(own, begins ? links::from : links::to);
        int[] others = LinkTable.numbers(other, begins ? links::to : links::from);
        BitSet seen = new BitSet();
        for (int row = 0; row < table.n(); row++) {
            int code = own.codes()[row];
            int met = other.codes()[row];
            if (code >= 0 && met >= 0 && owns[code] == node && others[met] >= 0) {
                seen.set(others[met]);
            }
        }
        return seen;
    }

    private static double score(LinkModel links, boolean begins, int node, int other) {
        return begins ? links.score(node, other) : links.score(other, node);
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void write(Writer out) throws IOException {
        LinkModel links = model.links();
        out.write(Quoted.of(begins ? model.to() : model.from()) + ",score\n");
        for (int other : others) {
            out.write(Quoted.of((begins ? links.to() : links.from()).get(other)));
            out.write("," + score(links, begins, node, other) + "\n");
        }
    }
}
