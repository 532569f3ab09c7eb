package org.fenchel.cli.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.io.encode.TableColumns;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Ratings of a file: who rated what, and how.
 *
 * @param table they come from
 * @param user column of users
 * @param item column of items
 * @param value column of values, null where there is none
 */
public record RatingTable(
        Table table, Column.Categorical user, Column.Categorical item, Column.@Nullable Numeric value) {
    /**
     * Finds the columns.
     *
     * @param value name of the column of values, null for none
     * @throws InvalidInput if one is not there, or not what it has to be
     */
    public static RatingTable of(Examples examples, String user, String item, @Nullable String value) {
        if (!(examples instanceof Examples.Tabular tabular)) {
            throw InvalidInput.of("ratings are read from columns, which this file has not", "give CSV")
                    .in(examples.source());
        }
        Table table = tabular.table();
        return new RatingTable(
                table, words(table, user), words(table, item), value == null ? null : numbers(table, value));
    }

    /** A column of names; numbers are names too. */
    public static Column.Categorical words(Table table, String name) {
        Column column = table.column(ColumnChoice.of(table, name));
        return column instanceof Column.Categorical words ? words : WholeNumbers.words((Column.Numeric) column);
    }

    public static Column.Numeric numbers(Table table, String name) {
        Column column = table.column(ColumnChoice.of(table, name));
        return new Column.Numeric(
                name,
                column.position(),
                TableColumns.numbers(table, column, "correct the cell, or name a column of numbers"));
    }

    /** Number of lines. */
    public int n() {
        return table.n();
    }

    /** The value of a line; NaN where it is missing. */
    public double valueAt(int row) {
        return value == null ? Double.NaN : value.values()[row];
    }

    /**
     * Users, items and their ratings, without lines that have a missing cell; the mean of those that a user gave an item more than once.
     *
     * @param users names of those that rated
     * @param items names of those that were rated
     * @param entries one for each pair
     * @param repeated how many ratings were merged into others
     * @param missing how many lines were left out
     */
    public record Pairs(List<String> users, List<String> items, ObservedEntries entries, int repeated, int missing) {}

    /**
     * The matrix.
     *
     * @param rows the lines to take
     * @throws InvalidInput if there is none
     */
    public Pairs pairs(int[] rows) {
        Numbering users = new Numbering(user.levels());
        Numbering items = new Numbering(item.levels());
        Map<Long, Integer> places = new HashMap<>();
        int[] row = new int[rows.length];
        int[] column = new int[rows.length];
        double[] sum = new double[rows.length];
        int[] times = new int[rows.length];
        int count = 0;
        int missing = 0;
        for (int line : rows) {
            if (user.codes()[line] < 0 || item.codes()[line] < 0 || Double.isNaN(valueAt(line))) {
                missing++;
                continue;
            }
            int i = users.of(user.codes()[line]);
            int j = items.of(item.codes()[line]);
            int place = places.merge(((long) i << 32) | j, count, (old, fresh) -> old);
            row[place] = i;
            column[place] = j;
            sum[place] += valueAt(line);
            times[place]++;
            count = Math.max(count, place + 1);
        }
        double[] mean = new double[count];
        for (int e = 0; e < count; e++) {
            mean[e] = sum[e] / times[e];
        }
        try {
            ObservedEntries entries = ObservedEntries.of(
                    users.names.size(),
                    items.names.size(),
                    Arrays.copyOf(row, count),
                    Arrays.copyOf(column, count),
                    mean);
            return new Pairs(users.names, items.names, entries, rows.length - missing - count, missing);
        } catch (InvalidInput mistake) {
            throw mistake.in(table.source());
        }
    }

    /** New numbers for those levels that are met. */
    private static final class Numbering {
        private final List<String> levels;
        private final int[] number;
        private final List<String> names = new ArrayList<>();

        Numbering(List<String> levels) {
            this.levels = levels;
            number = new int[levels.size()];
            Arrays.fill(number, -1);
        }

        int of(int code) {
            if (number[code] < 0) {
                number[code] = names.size();
                names.add(levels.get(code));
            }
            return number[code];
        }
    }
}
