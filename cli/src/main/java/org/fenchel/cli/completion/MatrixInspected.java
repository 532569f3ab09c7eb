package org.fenchel.cli.completion;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.TextTable;
import org.fenchel.cli.hawkes.HawkesWords;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedCompletion;
import org.fenchel.model.CompletionModel;
import org.fenchel.problem.LowRankMatrix;

/** What is to be seen in a completed matrix: its rank, its singular values, and the items at both ends of each direction. */
record MatrixInspected(TrainedCompletion model, InspectOptions options) implements Inspected {
    private static final int ITEMS = 3;

    @Override
    public String task() {
        return "completion";
    }

    @Override
    public String size() {
        return Numbers.count(model.completion().users().size(), "user") + ", "
                + Numbers.count(model.completion().items().size(), "item");
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void printParameters(PrintWriter out) {
        printSpectrum(model.completion(), options.top < 0 ? 10 : options.top, out);
    }

    /** Prints the largest singular values, with items at either end of each. */
    static void printSpectrum(CompletionModel completion, int most, PrintWriter out) {
        LowRankMatrix matrix = completion.matrix();
        out.println("Rank " + matrix.rank() + ", nuclear norm " + Numbers.of(matrix.nuclearNorm()) + ", mean "
                + Numbers.of(completion.biases().mean()));
        if (matrix.rank() == 0 || most == 0) {
            return;
        }
        TextTable table = new TextTable("", "singular value", "items at one end", "at the other");
        for (int k = 0; k < Math.min(most, matrix.rank()); k++) {
            List<String> order = along(completion, k);
            int few = Math.min(ITEMS, order.size() / 2);
            table.add(
                    Integer.toString(k + 1),
                    Numbers.of(matrix.values()[k]),
                    OneLine.of(String.join(", ", order.subList(0, few))),
                    OneLine.of(String.join(", ", order.subList(order.size() - few, order.size()))));
        }
        table.print(out, "  ");
    }

    private static List<String> along(CompletionModel completion, int direction) {
        LowRankMatrix matrix = completion.matrix();
        Integer[] order = new Integer[matrix.n()];
        Arrays.setAll(order, j -> j);
        Arrays.sort(order, Comparator.comparingDouble((Integer j) -> -matrix.right()[j * matrix.rank() + direction]));
        List<String> names = new ArrayList<>();
        for (int j : order) {
            names.add(completion.items().get(j));
        }
        return names;
    }

    static void putSpectrum(CompletionModel completion, JsonObject json) {
        json.put("rank", completion.matrix().rank())
                .put("nuclearNorm", completion.matrix().nuclearNorm())
                .put("singularValues", HawkesWords.list(completion.matrix().values()));
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("users", model.completion().users().size())
                .put("items", model.completion().items().size());
    }

    @Override
    public void putParameters(JsonObject json) {
        putSpectrum(model.completion(), json);
        json.put("mean", model.completion().biases().mean())
                .put("low", model.completion().low())
                .put("high", model.completion().high());
    }
}
