package org.fenchel.io.csv;

import java.util.List;

/** Finds the decimal mark: a comma if cells of the first records are numbers with a comma and none are with a point. */
final class DecimalMarkGuess {
    /** What the first records say. */
    enum Seen {
        POINT,
        COMMA,
        NEITHER
    }

    private DecimalMarkGuess() {}

    static Seen in(List<List<String>> records) {
        boolean comma = false;
        for (List<String> cells : records) {
            for (String cell : cells) {
                if (cell.indexOf('.') >= 0 && CellText.isNumber(cell, (byte) '.')) {
                    return Seen.POINT;
                }
                comma |= cell.indexOf(',') >= 0 && CellText.isNumber(cell, (byte) ',');
            }
        }
        return comma ? Seen.COMMA : Seen.NEITHER;
    }
}
