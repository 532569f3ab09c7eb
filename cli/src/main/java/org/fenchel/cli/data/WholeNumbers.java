package org.fenchel.cli.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenchel.cli.console.Numbers;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.LineNumbers;
import org.fenchel.io.table.Table;

/**
 * Columns of whole numbers taken for categories, as users and items are numbered; those of 0 and 1 say yes or no, and stay
 * numbers, and so do those that are called so.
 */
public final class WholeNumbers {
    private WholeNumbers() {}

    /**
     * The table with such columns as categories.
     *
     * @param others names of columns to leave alone
     */
    public static Table asCategories(Table table, Set<String> others) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(
                    column instanceof Column.Numeric numeric && !others.contains(column.name()) && areIds(numeric)
                            ? categories(numeric)
                            : column);
        }
        return with(table, columns);
    }

    /** The table with other columns in the same places. */
    public static Table with(Table table, List<Column> columns) {
        LineNumbers lines = new LineNumbers();
        for (int i = 0; i < table.n(); i++) {
            lines.add(i, table.line(i));
        }
        return new Table(table.source(), table.n(), columns, lines);
    }

    private static boolean areIds(Column.Numeric column) {
        boolean flags = true;
        for (double value : column.values()) {
            if (!Double.isNaN(value)) {
                if (value != Math.rint(value) || Math.abs(value) > 1e15) {
                    return false;
                }
                flags &= value == 0 || value == 1;
            }
        }
        return !flags;
    }

    /** The same numbers as words, fractions too. */
    static Column.Categorical words(Column.Numeric column) {
        return categories(column);
    }

    private static Column.Categorical categories(Column.Numeric column) {
        Map<Double, Integer> codeOf = new HashMap<>();
        List<String> levels = new ArrayList<>();
        int[] codes = new int[column.values().length];
        for (int i = 0; i < codes.length; i++) {
            double value = column.values()[i] + 0.0; // -0 is 0
            codes[i] = -1;
            if (!Double.isNaN(value)) {
                Integer code = codeOf.putIfAbsent(value, levels.size());
                codes[i] = code == null ? levels.size() : code;
                if (code == null) {
                    levels.add(Numbers.exact(value));
                }
            }
        }
        return new Column.Categorical(column.name(), column.position(), codes, levels);
    }
}
