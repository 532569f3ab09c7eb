package org.fenchel.io.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.LocalMistake;
import org.fenchel.io.source.Shown;
import org.fenchel.io.source.Source;
import org.fenchel.io.table.UnknownColumn;

/** Finds out from the head of a file what its format leaves open. */
final class DialectFinder {
    private static final int MOST_COLUMNS = 1_000_000;

    private final Source source;
    private final CsvFormat format;

    DialectFinder(Source source, CsvFormat format) {
        this.source = source;
        this.format = format;
    }

    /** @throws InvalidInput if the head is no table, or lacks columns that the format names */
    Dialect find() {
        Head head = Head.of(source);
        while (true) {
            try {
                return find(head);
            } catch (LocalMistake e) {
                // A quote that is not closed in the head may be closed after it.
                if (!head.mayGrow()) {
                    throw e.in(source.name());
                }
                head = head.longer(source);
            }
        }
    }

    private Dialect find(Head head) {
        Character given = format.delimiter();
        byte delimiter = given == null ? DelimiterGuess.in(head) : (byte) given.charValue();
        Head.Records records = head.split(new Marks(delimiter, (byte) '.'));
        List<List<String>> cells = records.cells();
        if (cells.isEmpty()) {
            throw InvalidInput.at(source.name(), 0, 0, "the file has nothing but blank lines", "give a file with data");
        }
        requireLikeOthers(cells, records.firstLine());
        byte mark = '.';
        boolean markKnown = true;
        Character decimal = format.decimal();
        if (decimal != null) {
            mark = (byte) decimal.charValue();
        } else if (delimiter != ',') {
            DecimalMarkGuess.Seen seen = DecimalMarkGuess.in(cells);
            mark = (byte) (seen == DecimalMarkGuess.Seen.COMMA ? ',' : '.');
            markKnown = seen != DecimalMarkGuess.Seen.NEITHER;
        }
        Boolean declared = format.header();
        boolean header = declared == null ? HeaderGuess.in(cells, mark, format.missingWords()) : declared;
        List<String> names = header
                ? names(cells.get(0), records.firstLine())
                : numbered(cells.get(0).size());
        List<List<String>> data = cells.subList(header ? 1 : 0, cells.size());
        return new Dialect(
                new Marks(delimiter, mark), header, names, types(names, data, mark), markKnown, records.recordBytes());
    }

    /** A first line unlike all others is not what the others are to be measured by. */
    private void requireLikeOthers(List<List<String>> records, long firstLine) {
        int first = records.get(0).size();
        if (first > MOST_COLUMNS) {
            throw InvalidInput.at(
                    source.name(),
                    firstLine,
                    0,
                    "the line has " + first + " cells, more than " + MOST_COLUMNS,
                    "check the delimiter");
        }
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<String> cells : records.subList(1, records.size())) {
            counts.merge(cells.size(), 1, Integer::sum);
        }
        if (records.size() >= 3 && counts.size() == 1 && !counts.containsKey(first)) {
            int others = counts.keySet().iterator().next();
            throw InvalidInput.at(
                    source.name(),
                    firstLine,
                    0,
                    "the line has " + CsvMistake.cells(first) + " where the lines after it have " + others,
                    others == first + 1
                            ? "if it is a header that does not name the first column, name it"
                            : "remove it if it is not part of the data, or check the delimiter");
        }
    }

    private List<String> names(List<String> header, long line) {
        List<String> names = new ArrayList<>(header.size());
        Map<String, Integer> places = new HashMap<>();
        for (int j = 0; j < header.size(); j++) {
            byte[] bytes = CellText.bytes(header.get(j));
            String name = Utf8.text(bytes, 0, bytes.length, line, j + 1).strip();
            if (name.isEmpty()) {
                name = "c" + (j + 1);
            }
            Integer before = places.put(name, j + 1);
            if (before != null) {
                throw InvalidInput.at(
                        source.name(),
                        line,
                        j + 1L,
                        "columns " + before + " and " + (j + 1) + " are both named " + Shown.text(name),
                        "rename one of them, or say that the file has no header");
            }
            names.add(name);
        }
        return names;
    }

    private static List<String> numbered(int columns) {
        List<String> names = new ArrayList<>(columns);
        for (int j = 1; j <= columns; j++) {
            names.add("c" + j);
        }
        return names;
    }

    private ColumnType[] types(List<String> names, List<List<String>> data, byte mark) {
        Set<String> known = new HashSet<>(names);
        for (Set<String> declared : List.of(format.numericColumns(), format.categoricalColumns())) {
            for (String name : declared) {
                if (!known.contains(name)) {
                    throw UnknownColumn.named(name, names).in(source.name());
                }
            }
        }
        ColumnType[] types = new ColumnType[names.size()];
        for (int j = 0; j < types.length; j++) {
            String name = names.get(j);
            if (format.numericColumns().contains(name)) {
                types[j] = ColumnType.NUMERIC_DECLARED;
            } else if (format.categoricalColumns().contains(name)) {
                types[j] = ColumnType.CATEGORICAL_DECLARED;
            } else {
                types[j] = holdsWord(data, j, mark) ? ColumnType.CATEGORICAL : ColumnType.NUMERIC;
            }
        }
        return types;
    }

    private boolean holdsWord(List<List<String>> data, int column, byte mark) {
        for (List<String> cells : data) {
            if (column < cells.size()
                    && !CellText.isNumber(cells.get(column), mark)
                    && !CellText.isMissing(cells.get(column).strip(), format.missingWords())) {
                return true;
            }
        }
        return false;
    }
}
