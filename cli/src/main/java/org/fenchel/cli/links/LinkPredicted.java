package org.fenchel.cli.links;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.use.Predicted;
import org.fenchel.io.model.TrainedLinks;

/**
 * Scores of pairs of nodes, one a row: above 0 for a link.
 *
 * @param rows lines to predict
 */
record LinkPredicted(TrainedLinks model, LinkTable links, int[] rows) implements Predicted {
    @Override
    public List<String> warnings() {
        int[] begins = LinkTable.numbers(links.from(), model.links()::from);
        int[] ends = LinkTable.numbers(links.to(), model.links()::to);
        int unknown = 0;
        for (int row : rows) {
            unknown += number(links.from().codes()[row], begins) < 0
                            || number(links.to().codes()[row], ends) < 0
                    ? 1
                    : 0;
        }
        return unknown == 0
                ? List.of()
                : List.of(Numbers.count(unknown, "row") + " of nodes that the model does not know: their score is 0");
    }

    private static int number(int code, int[] numbers) {
        return code < 0 ? -1 : numbers[code];
    }

    @Override
    public void write(Writer out) throws IOException {
        int[] begins = LinkTable.numbers(links.from(), model.links()::from);
        int[] ends = LinkTable.numbers(links.to(), model.links()::to);
        out.write("score\n");
        for (int row : rows) {
            double score = model.links()
                    .score(
                            number(links.from().codes()[row], begins),
                            number(links.to().codes()[row], ends));
            out.write(Double.toString(score));
            out.write('\n');
        }
    }
}
