package org.fenchel.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Named columns of words and numbers, filled row by row. NaN stands for a number that does not exist. */
public final class ResultTable {
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    private ResultTable(List<String> columns) {
        this.columns = columns;
    }

    /** An empty table. */
    public static ResultTable of(String... columns) {
        List<String> names = List.of(columns);
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("two columns of one name among " + names);
        }
        return new ResultTable(names);
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column, each a String, a Double or an Integer
     */
    public ResultTable add(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for the columns " + columns);
        }
        for (Object cell : cells) {
            if (!(cell instanceof String || cell instanceof Double || cell instanceof Integer)) {
                throw new IllegalArgumentException("a cell of " + cell.getClass());
            }
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** The rows, each with a cell for each column. Read only. */
    public List<List<Object>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** The place of a column. */
    public int column(String name) {
        int place = columns.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("no column " + name + " among " + columns);
        }
        return place;
    }

    /** A cell of numbers. */
    public double number(int row, String column) {
        return ((Number) rows.get(row).get(column(column))).doubleValue();
    }

    /** A cell as people read it: numbers with four digits, a dash where there is none. */
    public static String shown(Object cell) {
        return cell instanceof Number number ? Digits.of(number.doubleValue()) : (String) cell;
    }
}
