package org.fenchel.io.csv;

import java.util.List;

/**
 * All that must be known of a text before it can be parsed.
 *
 * @param marks the delimiter and the decimal mark
 * @param header whether the first record names the columns
 * @param names the columns' names, distinct
 * @param types what each column is expected to hold
 * @param markKnown whether the decimal mark was given or seen; if not, it is a guess that the parser may find wrong
 * @param recordBytes mean length of the records seen
 */
record Dialect(
        Marks marks, boolean header, List<String> names, ColumnType[] types, boolean markKnown, int recordBytes) {
    int columns() {
        return names.size();
    }

    /** The same with these types, the decimal mark being settled. */
    Dialect withTypes(ColumnType[] newTypes) {
        return new Dialect(marks, header, names, newTypes, true, recordBytes);
    }

    /** The same with a decimal comma, which is settled then. */
    Dialect withDecimalComma() {
        return new Dialect(new Marks(marks.delimiter(), (byte) ','), header, names, types, true, recordBytes);
    }
}
