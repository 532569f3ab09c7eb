package org.fenchel.cli.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.RatingTable;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Links of a file: from where, to where, and whether they are any.
 *
 * @param table they come from
 * @param from column of beginnings
 * @param to column of ends
 * @param label column of two numbers, null where each row is a link
 */
record LinkTable(Table table, Column.Categorical from, Column.Categorical to, Column.@Nullable Numeric label) {
    /**
     * Finds the columns.
     *
     * @param label name of the column of labels, null for none
     * @throws InvalidInput if one is not there, or not what it has to be
     */
    static LinkTable of(Examples examples, String from, String to, @Nullable String label) {
        if (!(examples instanceof Examples.Tabular tabular)) {
            throw InvalidInput.of("links are read from columns, which this file has not", "give CSV")
                    .in(examples.source());
        }
        Table table = tabular.table();
        LinkTable links = new LinkTable(
                table,
                RatingTable.words(table, from),
                RatingTable.words(table, to),
                label == null ? null : RatingTable.numbers(table, label));
        links.checkLabels();
        return links;
    }

    private void checkLabels() {
        if (label == null) {
            return;
        }
        double low = low(label);
        double high = high(label);
        for (int row = 0; row < n(); row++) {
            double value = label.values()[row];
            if (value != low && value != high && !Double.isNaN(value)) {
                throw InvalidInput.at(
                        table.source(),
                        table.line(row),
                        0,
                        "the label " + Numbers.exact(value) + " is neither " + Numbers.exact(low) + " nor "
                                + Numbers.exact(high),
                        "labels are two numbers, the higher one for links");
            }
        }
    }

    private static double low(Column.Numeric column) {
        return Arrays.stream(column.values())
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
    }

    private static double high(Column.Numeric column) {
        return Arrays.stream(column.values())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
    }

    /** For each level of a column its number, -1 where it has none. */
    static int[] numbers(Column.Categorical column, ToIntFunction<String> numberOf) {
        return column.levels().stream().mapToInt(numberOf).toArray();
    }

    /** Number of lines. */
    int n() {
        return table.n();
    }

    /**
     * Pairs that occur, each once; a pair is a link where any of its rows says so.
     *
     * @param known pairs by their keys, {@code begin * ends + end}, with 1 for a link and -1 for none
     * @param missing how many rows were left out for a missing cell or an unknown node
     * @param repeated how many rows repeat a pair
     */
    record Known(Map<Long, Integer> known, int missing, int repeated) {}

    /**
     * The pairs among nodes that have numbers.
     *
     * @param begin number of a name as a beginning, -1 to leave it out
     * @param end number of a name as an end, -1 to leave it out
     * @param ends how many ends there are
     * @param rows the lines to take
     */
    Known pairs(ToIntFunction<String> begin, ToIntFunction<String> end, int ends, int[] rows) {
        int[] begins = numbers(from, begin);
        int[] endings = numbers(to, end);
        Map<Long, Integer> known = new HashMap<>();
        double[] labels = label == null ? new double[table.n()] : label.values();
        double high = label == null ? 0 : high(label);
        // a label that all rows share marks links where it is positive
        boolean marks = label == null || high > 0 || low(label) < high;
        int missing = 0;
        int repeated = 0;
        for (int row : rows) {
            int i = from.codes()[row] < 0 ? -1 : begins[from.codes()[row]];
            int j = to.codes()[row] < 0 ? -1 : endings[to.codes()[row]];
            if (i < 0 || j < 0 || Double.isNaN(labels[row])) {
                missing++;
                continue;
            }
            int sign = marks && labels[row] == high ? 1 : -1;
            int before = known.size();
            known.merge((long) i * ends + j, sign, Math::max);
            repeated += known.size() == before ? 1 : 0;
        }
        return new Known(known, missing, repeated);
    }

    /**
     * The nodes.
     *
     * @param begins names of beginnings
     * @param ends names of ends; the same list where all are one set
     */
    record Nodes(List<String> begins, List<String> ends) {
        /** Whether all are one set. */
        boolean oneSet() {
            return begins == ends;
        }
    }

    /** Names in the order in which they are met. */
    Nodes nodes(boolean bipartite) {
        if (bipartite) {
            return new Nodes(from.levels(), to.levels());
        }
        Map<String, Integer> all = new LinkedHashMap<>();
        from.levels().forEach(name -> all.put(name, 0));
        to.levels().forEach(name -> all.put(name, 0));
        List<String> names = new ArrayList<>(all.keySet());
        return new Nodes(names, names);
    }

    /** Whether no name is in both columns. */
    boolean disjoint() {
        return Collections.disjoint(from.levels(), to.levels());
    }
}
