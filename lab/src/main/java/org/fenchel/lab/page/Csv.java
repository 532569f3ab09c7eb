package org.fenchel.lab.page;

import java.util.List;
import java.util.stream.Collectors;
import org.fenchel.lab.ResultTable;

/** Tables as CSV with a header; numbers with all their digits, empty where there is none. */
final class Csv {
    private Csv() {}

    static String of(ResultTable table) {
        StringBuilder text = new StringBuilder(line(table.columns()));
        table.rows().forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\n";
    }

    private static String cell(Object cell) {
        if (cell instanceof Double number) {
            return number.isNaN() ? "" : number.toString();
        }
        String text = cell.toString();
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
