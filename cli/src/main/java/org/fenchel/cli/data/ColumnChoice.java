package org.fenchel.cli.data;

import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.io.table.UnknownColumn;

/** The column a user means: by its name, or else by its place, 1 being the first and -1 the last. */
public final class ColumnChoice {
    private ColumnChoice() {}

    /**
     * The column's name.
     *
     * @throws InvalidInput if there is no such column; it names the closest
     */
    public static String of(Table table, String wanted) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        if (names.contains(wanted)) {
            return wanted;
        }
        int place = place(wanted);
        int width = names.size();
        if (place == 0) {
            throw UnknownColumn.named(wanted, names).in(table.source());
        }
        if (Math.abs(place) > width) {
            throw InvalidInput.of(
                            "there is no column " + wanted + " among " + width, "count from 1, or from -1 for the last")
                    .in(table.source());
        }
        return names.get(place > 0 ? place - 1 : width + place);
    }

    /** The place a text says, 0 if it says none. */
    private static int place(String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            return 0;
        }
        return Integer.parseInt(text);
    }
}
