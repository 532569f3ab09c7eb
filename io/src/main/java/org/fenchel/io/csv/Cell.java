package org.fenchel.io.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.fenchel.io.source.Shown;

/** The cell that was delimited last: where its bytes lie, without quotes around them. One object serves all cells of a block. */
final class Cell {
    /** No longer text is taken for a word that means missing. */
    private static final int LONGEST_MISSING = 100;

    private final Marks marks;
    private final byte[] kinds;
    private byte[] unquoted = new byte[64];

    /** Where the content lies, from {@link #from} to before {@link #to}. */
    byte[] bytes = unquoted;

    int from;
    int to;

    /** Line breaks within its quotes. */
    int breaks;

    Cell(Marks marks) {
        this.marks = marks;
        this.kinds = marks.kinds();
    }

    /**
     * Finds the cell that starts at {@code start}; returns the position of the delimiter or line end after it.
     *
     * @param block whose byte at {@code end} is a line end
     * @param line of the start
     * @param column from 0
     * @throws org.fenchel.data.InvalidInput if quotes are not closed, or not followed by a delimiter
     */
    int find(byte[] block, int start, int end, long line, int column) {
        int p = start;
        while (marks.isBlank(block[p])) {
            p++;
        }
        breaks = 0;
        if (block[p] == '"' && p < end) {
            return findQuoted(block, p, end, line, column);
        }
        bytes = block;
        from = p;
        while (kinds[block[p] & 0xFF] == Marks.ORDINARY) {
            p++;
        }
        to = p;
        while (to > from && marks.isBlank(block[to - 1])) {
            to--;
        }
        return p;
    }

    private int findQuoted(byte[] block, int quote, int end, long line, int column) {
        int p = quote + 1;
        int first = p;
        int length = 0;
        boolean doubled = false;
        while (true) {
            if (p >= end) {
                throw CsvMistake.unclosedQuote(line, column + 1);
            }
            byte c = block[p++];
            if (c == '"') {
                if (p >= end || block[p] != '"') {
                    break;
                }
                if (!doubled) {
                    doubled = true;
                    length = p - first;
                    reserve(length);
                    System.arraycopy(block, first, unquoted, 0, length);
                } else {
                    length = append(c, length);
                }
                p++;
                continue;
            }
            if (c == '\n' || (c == '\r' && (p >= end || block[p] != '\n'))) {
                breaks++;
            }
            if (doubled) {
                length = append(c, length);
            }
        }
        bytes = doubled ? unquoted : block;
        from = doubled ? 0 : first;
        to = doubled ? length : p - 1;
        while (marks.isBlank(block[p])) {
            p++;
        }
        if (kinds[block[p] & 0xFF] == Marks.ORDINARY) {
            throw CsvMistake.afterQuote(line + breaks, column + 1);
        }
        return p;
    }

    private int append(byte c, int length) {
        reserve(length + 1);
        unquoted[length] = c;
        return length + 1;
    }

    private void reserve(int length) {
        if (unquoted.length < length) {
            unquoted = Arrays.copyOf(unquoted, Math.max(length, 2 * unquoted.length));
        }
    }

    /** Blanks inside the quotes do not make a number a word. */
    void trim() {
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (from < to && bytes[to - 1] == ' ') {
            to--;
        }
    }

    boolean empty() {
        return from == to;
    }

    /** Whether it is one of these words. */
    boolean among(Set<String> words) {
        return to - from <= LONGEST_MISSING
                && words.contains(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    boolean has(byte c) {
        for (int p = from; p < to; p++) {
            if (bytes[p] == c) {
                return true;
            }
        }
        return false;
    }

    /** As messages quote it. */
    String shown() {
        return Shown.bytes(bytes, from, to);
    }
}
