package org.fenchel.io.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out whether the first record names the columns.
 *
 * <p>Each column that is numeric below the first record votes: for a header if its first cell is not a number, against one
 * if it is; more votes for make a header. (So a headerless file survives a slip in its first line, and a header such as
 * {@code id,2019,2020} has to be declared.) Where no column votes, the first record is a header if its cells are distinct,
 * none is a number, and none comes again in its own column.
 */
final class HeaderGuess {
    private HeaderGuess() {}

    static boolean in(List<List<String>> records, byte mark, Set<String> missingWords) {
        List<String> first = records.get(0);
        List<List<String>> rest = records.subList(1, records.size());
        int votes = 0;
        boolean voted = false;
        for (int j = 0; j < first.size(); j++) {
            String cell = first.get(j);
            if (numeric(rest, j, mark, missingWords) && !CellText.isMissing(cell, missingWords)) {
                votes += CellText.isNumber(cell, mark) ? -1 : 1;
                voted = true;
            }
        }
        return voted ? votes > 0 : names(first, rest, mark);
    }

    /** Whether some cell of the column is a number and the others are missing at most. */
    private static boolean numeric(List<List<String>> records, int column, byte mark, Set<String> missingWords) {
        boolean some = false;
        for (List<String> cells : records) {
            if (column >= cells.size()) {
                continue;
            }
            String cell = cells.get(column);
            if (CellText.isNumber(cell, mark)) {
                some = true;
            } else if (!CellText.isMissing(cell, missingWords)) {
                return false;
            }
        }
        return some;
    }

    private static boolean names(List<String> first, List<List<String>> rest, byte mark) {
        if (new HashSet<>(first).size() < first.size()) {
            return false;
        }
        boolean repeats = false;
        for (int j = 0; j < first.size(); j++) {
            Set<String> below = new HashSet<>();
            for (List<String> cells : rest) {
                if (j < cells.size() && !below.add(cells.get(j))) {
                    repeats = true;
                }
            }
            if (CellText.isNumber(first.get(j), mark) || below.contains(first.get(j))) {
                return false;
            }
        }
        // In a single column without repeats nothing tells a name from a value, and to lose a row would be worse.
        return repeats || first.size() > 1 || rest.isEmpty();
    }
}
