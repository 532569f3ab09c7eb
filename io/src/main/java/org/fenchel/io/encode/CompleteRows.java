package org.fenchel.io.encode;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/** Which rows of a table are used: all of them, or those without a missing cell. */
final class CompleteRows {
    private CompleteRows() {}

    /**
     * The rows to keep, ascending.
     *
     * @param needed names of columns that are no features, of which no cell can be filled in
     * @throws InvalidInput if a missing cell is neither filled in nor dropped, naming the first; or if no row is left
     */
    static int[] of(Table table, List<Column> features, List<String> needed, Missing policy) {
        List<Column> others = needed.stream().map(table::column).toList();
        int[] kept;
        if (policy == Missing.DROP) {
            List<Column> both =
                    Stream.concat(features.stream(), others.stream()).toList();
            kept = IntStream.range(0, table.n())
                    .filter(row -> complete(both, row))
                    .toArray();
        } else {
            refuse(table, others, "give it, remove the row, or drop rows with missing cells");
            if (policy == Missing.REFUSE) {
                refuse(table, features, "give it, or choose to fill missing cells in (mean) or drop their rows (drop)");
            }
            kept = TableColumns.upTo(table.n());
        }
        if (kept.length == 0) {
            throw InvalidInput.of(
                            table.n() == 0 ? "there are no rows" : "every row has a missing cell, none is left",
                            table.n() == 0 ? "give a file with data" : "fill missing cells in, or exclude columns")
                    .in(table.source());
        }
        return kept;
    }

    private static void refuse(Table table, List<Column> columns, String advice) {
        int first = table.n();
        Column holder = null;
        for (Column column : columns) {
            for (int row = 0; row < first; row++) {
                if (TableColumns.missing(column, row)) {
                    first = row;
                    holder = column;
                }
            }
        }
        if (holder != null) {
            throw TableColumns.missingCell(table, holder, first, advice);
        }
    }

    private static boolean complete(List<Column> columns, int row) {
        for (Column column : columns) {
            if (TableColumns.missing(column, row)) {
                return false;
            }
        }
        return true;
    }
}
