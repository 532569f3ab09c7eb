package org.fenchel.io.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.LineNumbers;
import org.fenchel.io.table.Table;

/** Small tables written out: the header first, then rows; an empty cell is missing, a column of numbers is numeric. */
public final class Tables {
    private Tables() {}

    public static Table of(String header, String... rows) {
        String[] names = header.split(",");
        LineNumbers lines = new LineNumbers();
        for (int i = 0; i < rows.length; i++) {
            lines.add(i, i + 2);
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < names.length; c++) {
            String[] cells = new String[rows.length];
            for (int i = 0; i < rows.length; i++) {
                cells[i] = rows[i].split(",", -1)[c];
            }
            columns.add(column(names[c], c, cells));
        }
        return new Table("t.csv", rows.length, columns, lines);
    }

    private static Column column(String name, int position, String[] cells) {
        boolean numeric = Arrays.stream(cells).allMatch(cell -> cell.isEmpty() || cell.matches("[-+.0-9eE]+"));
        if (numeric) {
            double[] values = Arrays.stream(cells)
                    .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                    .toArray();
            return new Column.Numeric(name, position, values);
        }
        LinkedHashSet<String> levels = new LinkedHashSet<>(Arrays.asList(cells));
        levels.remove("");
        List<String> list = List.copyOf(levels.stream().toList());
        int[] codes = Arrays.stream(cells).mapToInt(list::indexOf).toArray();
        return new Column.Categorical(name, position, codes, list);
    }
}
