package org.fenchel.io.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.DecimalText;
import org.fenchel.io.source.Shown;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/**
 * Refuses a column of numbers that a slip in a cell or two has turned into one of words: taken at its word it would become
 * thousands of one-hot features without anybody being told. A column of codes such as 0, 1, 2, a is none of these, having
 * few different numbers.
 */
final class SuspectCells {
    /** A column with fewer different numbers may well be one of codes. */
    private static final int DIFFERENT_NUMBERS = 8;

    /** At most this share of the cells are slips. */
    private static final double SLIPS = 0.05;

    private SuspectCells() {}

    /** @throws InvalidInput at the first slip */
    static void refuse(Table table, ColumnType[] types, byte mark) {
        for (Column column : table.columns()) {
            if (column instanceof Column.Categorical words && types[column.position()] == ColumnType.CATEGORICAL) {
                refuse(table, words, mark);
            }
        }
    }

    private static void refuse(Table table, Column.Categorical column, byte mark) {
        List<String> levels = column.levels();
        boolean[] word = new boolean[levels.size()];
        int words = 0;
        for (int code = 0; code < word.length; code++) {
            byte[] level = levels.get(code).getBytes(StandardCharsets.UTF_8);
            word[code] = !DecimalText.isNumber(level, 0, level.length, mark);
            words += word[code] ? 1 : 0;
        }
        if (word.length - words < DIFFERENT_NUMBERS) {
            return;
        }
        int first = -1;
        int slips = 0;
        int present = 0;
        for (int i = 0; i < column.codes().length; i++) {
            int code = column.codes()[i];
            if (code >= 0) {
                present++;
                if (word[code]) {
                    slips++;
                    first = first < 0 ? i : first;
                }
            }
        }
        if (slips <= Math.max(1, SLIPS * present)) {
            throw InvalidInput.at(
                    table.source(),
                    table.line(first),
                    column.position() + 1L,
                    Shown.text(levels.get(column.codes()[first])) + " is not a number, while " + (present - slips)
                            + " of the " + present + " cells of column " + Shown.text(column.name()) + " are",
                    "correct the cell, declare the column categorical, or say whether the file has a header");
        }
    }
}
