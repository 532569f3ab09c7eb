package org.fenchel.io.csv;

/**
 * The characters with a meaning.
 *
 * @param delimiter between cells; {@link #NONE} where there is one column; a blank for runs of blanks and tabs
 * @param decimal the decimal mark
 */
record Marks(byte delimiter, byte decimal) {
    /** A delimiter that no text holds. */
    static final byte NONE = 0;

    static final byte ORDINARY = 0;
    static final byte CELL_END = 1;
    static final byte LINE_END = 2;

    /** Whether cells stand between runs of blanks. */
    boolean runs() {
        return delimiter == ' ';
    }

    /** Whether the byte is white space around cells rather than a delimiter. */
    boolean isBlank(byte c) {
        return !runs() && (c == ' ' || (c == '\t' && delimiter != '\t'));
    }

    /** For each byte whether it ends a cell, a line, or neither. */
    byte[] kinds() {
        byte[] kinds = new byte[256];
        if (delimiter != NONE) {
            kinds[delimiter] = CELL_END;
        }
        if (runs()) {
            kinds['\t'] = CELL_END;
        }
        kinds['\n'] = LINE_END;
        kinds['\r'] = LINE_END;
        return kinds;
    }
}
