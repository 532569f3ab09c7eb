package org.fenchel.io.csv;

import org.fenchel.io.source.Cut;

/** Cuts delimited text into whole records: line breaks in quoted cells are no ends. */
final class RecordCut implements Cut {
    private final Marks marks;

    RecordCut(Marks marks) {
        this.marks = marks;
    }

    @Override
    public int afterLastRecord(byte[] bytes, int start, int end) {
        int after = holdsQuote(bytes, start, end) ? scan(bytes, start, end) : LINES.afterLastRecord(bytes, start, end);
        return holdsRecord(bytes, start, after) ? after : -1;
    }

    /** Blank lines are no records, and the header is looked for in the first block: so they make no block of their own. */
    private boolean holdsRecord(byte[] bytes, int start, int after) {
        for (int p = start; p < after; p++) {
            byte c = bytes[p];
            if (c != ' ' && c != '\n' && c != '\r' && (c != '\t' || marks.delimiter() == '\t')) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsQuote(byte[] bytes, int start, int end) {
        for (int p = start; p < end; p++) {
            if (bytes[p] == '"') {
                return true;
            }
        }
        return false;
    }

    /** Follows the cells from the start: only a quote at the beginning of a cell opens anything. */
    private int scan(byte[] bytes, int start, int end) {
        byte[] kinds = marks.kinds();
        int after = -1;
        boolean cellStart = true;
        int p = start;
        while (p < end) {
            byte c = bytes[p];
            if (c == '"' && cellStart) {
                p = afterQuoted(bytes, p + 1, end);
                cellStart = false;
                continue;
            }
            p++;
            byte kind = kinds[c & 0xFF];
            if (kind == Marks.LINE_END) {
                cellStart = true;
                // A CR as the very last byte may be half of a CRLF.
                if (c == '\n' || p < end) {
                    after = c == '\r' && bytes[p] == '\n' ? p + 1 : p;
                }
            } else {
                cellStart = kind == Marks.CELL_END || (cellStart && marks.isBlank(c));
            }
        }
        return after;
    }

    private static int afterQuoted(byte[] bytes, int from, int end) {
        int p = from;
        while (p < end) {
            if (bytes[p++] == '"') {
                if (p < end && bytes[p] == '"') {
                    p++;
                } else {
                    return p;
                }
            }
        }
        return end;
    }
}
