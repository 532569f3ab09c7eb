package org.fenchel.io.events;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.csv.MissingCells;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/** Reads events from CSV or from JSON lines, plain or gzip; a file whose first character is a brace has JSON lines. */
public final class EventsReader {
    private EventsReader() {}

    /**
     * Reads all events of a file.
     *
     * @param format of delimited text; what it says of missing cells does not matter
     * @throws InvalidInput if the file cannot be read, a column is missing, or a cell is not what its column holds, with its line
     */
    public static RawEvents read(Path file, EventColumns columns, CsvFormat format) {
        Table table =
                JsonLines.are(file) ? JsonLines.read(file, columns) : CsvReader.read(file, words(columns, format));
        if (table.n() == 0) {
            throw InvalidInput.of("there are no events", "give a file with some")
                    .in(table.source());
        }
        Column time = table.column(columns.time());
        TimeScale scale = new TimeScale(kind(time, columns.kind()), columns.unit());
        Names nodes = names(table, columns.node());
        Names ordered = columns.node() == null ? nodes : ordered(nodes);
        Names sequences = names(table, columns.sequence());
        return new RawEvents(
                table.source(),
                scale.kind().dates() ? scale : new TimeScale(TimeKind.NUMBER, 1),
                times(table, time, scale),
                ordered.codes,
                ordered.levels,
                columns.sequence() == null ? null : sequences.codes,
                columns.sequence() == null ? List.of() : sequences.levels,
                columns.mark() == null ? null : numbers(table, columns.mark()),
                windows(table, columns.start(), sequences, scale),
                windows(table, columns.end(), sequences, scale));
    }

    /** The one time that all events of a sequence name. */
    private static double @Nullable [] windows(Table table, @Nullable String name, Names sequences, TimeScale scale) {
        if (name == null) {
            return null;
        }
        double[] cells = times(table, table.column(name), scale);
        double[] each = new double[sequences.levels.size()];
        Arrays.fill(each, Double.NaN);
        for (int k = 0; k < cells.length; k++) {
            int s = sequences.codes[k];
            if (!Double.isNaN(each[s]) && each[s] != cells[k]) {
                throw InvalidInput.at(
                        table.source(),
                        table.line(k),
                        table.column(name).position() + 1,
                        "the " + name + " of this event is not that of its sequence's first, " + scale.shown(each[s]),
                        "a sequence has one window");
            }
            each[s] = cells[k];
        }
        return each;
    }

    /** Nodes and sequences are names, even where they are numbers. */
    private static CsvFormat words(EventColumns columns, CsvFormat format) {
        Set<String> names = new HashSet<>();
        if (columns.node() != null) {
            names.add(columns.node());
        }
        if (columns.sequence() != null) {
            names.add(columns.sequence());
        }
        return format.withMissing(MissingCells.KEEP).withCategoricalColumns(names);
    }

    private static TimeKind kind(Column time, TimeKind asked) {
        if (asked != TimeKind.AUTO) {
            return asked;
        }
        if (time instanceof Column.Numeric numbers) {
            double least = Double.POSITIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            for (double value : numbers.values()) {
                least = Math.min(least, value);
                largest = Math.max(largest, value);
            }
            return TimeKind.ofNumbers(least, largest);
        }
        return TimeKind.ISO;
    }

    private static double[] times(Table table, Column column, TimeScale scale) {
        double[] times = new double[table.n()];
        if (column instanceof Column.Numeric numbers) {
            for (int k = 0; k < times.length; k++) {
                times[k] = scale.of(present(table, column, k, numbers.values()[k]));
            }
            return times;
        }
        Column.Categorical words = (Column.Categorical) column;
        double[] known = new double[words.levels().size()];
        boolean[] parsed = new boolean[known.length];
        for (int k = 0; k < times.length; k++) {
            int level = words.codes()[k];
            if (level < 0) {
                throw missing(table, column, k);
            }
            if (!parsed[level]) {
                try {
                    known[level] = scale.of(words.levels().get(level));
                } catch (InvalidInput mistake) {
                    throw mistake.in(table.source(), table.line(k), column.position() + 1);
                }
                parsed[level] = true;
            }
            times[k] = known[level];
        }
        return times;
    }

    private static double[] numbers(Table table, String name) {
        if (!(table.column(name) instanceof Column.Numeric column)) {
            throw InvalidInput.of("the column " + name + " of marks has words", "give a column of numbers")
                    .in(table.source());
        }
        for (int k = 0; k < table.n(); k++) {
            present(table, column, k, column.values()[k]);
        }
        return column.values().clone();
    }

    private static double present(Table table, Column column, int row, double value) {
        if (Double.isNaN(value)) {
            throw missing(table, column, row);
        }
        return value;
    }

    private static InvalidInput missing(Table table, Column column, int row) {
        return InvalidInput.at(
                table.source(),
                table.line(row),
                column.position() + 1,
                "the " + column.name() + " of this event is missing",
                "fill it in, or take the line out");
    }

    /** Codes with their names. */
    private record Names(int[] codes, List<String> levels) {}

    private static Names names(Table table, @Nullable String name) {
        if (name == null) {
            return new Names(new int[table.n()], List.of("all"));
        }
        if (!(table.column(name) instanceof Column.Categorical column)) {
            throw new IllegalStateException(name + " was declared as words");
        }
        for (int k = 0; k < table.n(); k++) {
            if (column.codes()[k] < 0) {
                throw missing(table, column, k);
            }
        }
        return new Names(column.codes(), column.levels());
    }

    /** By number where all names are numbers, else by letters. */
    private static Names ordered(Names names) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, names.levels.size()).boxed().toList());
        boolean numbers = names.levels.stream().allMatch(name -> name.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?"));
        Comparator<Integer> byName = Comparator.comparing(names.levels::get);
        order.sort(
                numbers
                        ? Comparator.<Integer>comparingDouble(i -> Double.parseDouble(names.levels.get(i)))
                                .thenComparing(byName)
                        : byName);
        int[] place = new int[order.size()];
        for (int p = 0; p < place.length; p++) {
            place[order.get(p)] = p;
        }
        int[] codes = new int[names.codes.length];
        for (int k = 0; k < codes.length; k++) {
            codes[k] = place[names.codes[k]];
        }
        return new Names(codes, order.stream().map(names.levels::get).toList());
    }
}
