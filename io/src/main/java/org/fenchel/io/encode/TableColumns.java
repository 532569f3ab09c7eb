package org.fenchel.io.encode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleToIntFunction;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/** A table's columns read as what an encoding needs: numbers or categories, whatever the reader took them for. */
public final class TableColumns {
    private TableColumns() {}

    static boolean missing(Column column, int row) {
        return column instanceof Column.Numeric numeric
                ? Double.isNaN(numeric.values()[row])
                : ((Column.Categorical) column).codes()[row] < 0;
    }

    /** The mistake of a missing cell. */
    static InvalidInput missingCell(Table table, Column column, int row, String advice) {
        return at(table, column, row, "column '" + column.name() + "' has a missing cell", advice);
    }

    /** A mistake in a cell. */
    static InvalidInput at(Table table, Column column, int row, String problem, String advice) {
        return InvalidInput.at(table.source(), table.line(row), column.position() + 1, problem, advice);
    }

    /**
     * The cells as numbers, NaN where missing.
     *
     * @param why what the numbers are needed for, to follow the problem
     * @throws InvalidInput if a cell is none, with its place
     */
    public static double[] numbers(Table table, Column column, String why) {
        if (column instanceof Column.Numeric numeric) {
            return numeric.values();
        }
        Column.Categorical words = (Column.Categorical) column;
        double[] levels =
                words.levels().stream().mapToDouble(TableColumns::number).toArray();
        double[] values = new double[table.n()];
        for (int i = 0; i < values.length; i++) {
            int code = words.codes()[i];
            values[i] = code < 0 ? Double.NaN : levels[code];
            if (code >= 0 && Double.isNaN(values[i])) {
                throw at(
                        table,
                        column,
                        i,
                        "'" + words.levels().get(code) + "' in column '" + column.name() + "' is not a number",
                        why);
            }
        }
        return values;
    }

    /**
     * The cells as categories.
     *
     * @param known the levels that the encoding has
     */
    static Cells.Category categories(Table table, Column column, ColumnEncoding.Categories known, int first) {
        Map<String, Integer> index = new HashMap<>();
        for (int level = 0; level < known.levels().size(); level++) {
            index.put(known.levels().get(level), level);
        }
        if (column instanceof Column.Categorical words) {
            int[] levels = words.levels().stream()
                    .mapToInt(word -> index.getOrDefault(word, Cells.Category.UNSEEN))
                    .map(known::feature)
                    .toArray();
            return new Cells.Category(words.codes(), levels, known.feature(known.fill()), first);
        }
        return numbersAsCategories(
                ((Column.Numeric) column).values(),
                value -> known.feature(level(value, known.levels())),
                known.feature(known.fill()),
                first);
    }

    /** The cells as categories that are hashed. */
    static Cells.Category hashed(Column column, ColumnEncoding.Hashed known, int first) {
        if (column instanceof Column.Categorical words) {
            int[] levels = words.levels().stream().mapToInt(known::place).toArray();
            return new Cells.Category(words.codes(), levels, known.fill(), first);
        }
        return numbersAsCategories(
                ((Column.Numeric) column).values(), value -> known.place(text(value)), known.fill(), first);
    }

    /** A file may hold only those categories that look like numbers: each is the level that reads as the same number. */
    private static Cells.Category numbersAsCategories(
            double[] values, DoubleToIntFunction levelOf, int fill, int first) {
        Map<Double, Integer> codeOf = new HashMap<>();
        int[] codes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            codes[i] = Double.isNaN(values[i]) ? -1 : codeOf.computeIfAbsent(values[i] + 0.0, value -> codeOf.size());
        }
        int[] levels = new int[codeOf.size()];
        codeOf.forEach((value, code) -> levels[code] = levelOf.applyAsInt(value));
        return new Cells.Category(codes, levels, fill, first);
    }

    /** The level that is this number, {@link Cells.Category#UNSEEN} if none is. */
    static int level(double value, List<String> levels) {
        for (int level = 0; level < levels.size(); level++) {
            if (number(levels.get(level)) == value) {
                return level;
            }
        }
        return Cells.Category.UNSEEN;
    }

    /** The number a text is, NaN if it is none. */
    static double number(String text) {
        String trimmed = text.trim();
        // parseDouble takes "1d", "0x1p3" and "Infinity", which no file means as numbers.
        boolean plain =
                !trimmed.isEmpty() && trimmed.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
        if (!plain) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(trimmed);
        } catch (NumberFormatException notOne) {
            return Double.NaN;
        }
    }

    /** A number as text, whole ones without a fraction, as labels are written. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The numbers from 0 to before n. */
    static int[] upTo(int n) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        return all;
    }
}
