package org.fenchel.io.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;

/** Columns of equal length as a file gave them, nothing encoded yet. Immutable. */
public final class Table {
    private final String source;
    private final int n;
    private final List<Column> columns;
    private final LineNumbers lines;
    private final Map<String, Column> byName = new HashMap<>();

    /**
     * A table of columns that the caller gives up.
     *
     * @param source the file's name, for error messages
     * @param n number of rows, the length of every column
     * @param columns with distinct names, each at its position
     * @param lines the line each row stands on
     */
    public Table(String source, int n, List<Column> columns, LineNumbers lines) {
        this.source = source;
        this.n = n;
        this.columns = List.copyOf(columns);
        this.lines = lines;
        for (Column column : this.columns) {
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException("two columns are named " + column.name());
            }
        }
    }

    /** Number of rows. */
    public int n() {
        return n;
    }

    /** The columns in the file's order. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The column of this name.
     *
     * @throws InvalidInput if there is none; it names the closest, and those there are
     */
    public Column column(String name) {
        Column found = byName.get(name);
        if (found == null) {
            throw UnknownColumn.named(name, columns.stream().map(Column::name).toList())
                    .in(source);
        }
        return found;
    }

    /** Name of the file this came from. */
    public String source() {
        return source;
    }

    /** The 1-based line of the file that a row stands on, for error messages. */
    public long line(int row) {
        return lines.of(row);
    }
}
