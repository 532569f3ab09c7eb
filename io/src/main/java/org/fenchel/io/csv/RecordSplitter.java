package org.fenchel.io.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.io.source.LocalMistake;

/**
 * Splits single records into cells, for the head of a file and for error messages; {@link CsvParser} does the same by the
 * same rules for the rest, fast:
 *
 * <ul>
 *   <li>blanks around a cell do not belong to it;
 *   <li>a cell that starts with a quote ends at the next single quote, two quotes in it being one; it may hold delimiters and
 *       line breaks; after it nothing but blanks may come before the delimiter;
 *   <li>a quote anywhere else is an ordinary character;
 *   <li>lines that are blank are no records.
 * </ul>
 */
final class RecordSplitter {
    private final byte[] bytes;
    private final int end;
    private final Marks marks;
    private final byte[] kinds;
    private int p;
    private long line;
    private long recordLine;
    private boolean complete;

    /** Splits what is from start, which is on this line, to before end; the text is taken to end there. */
    RecordSplitter(byte[] bytes, int start, int end, Marks marks, long line) {
        this.bytes = bytes;
        this.p = start;
        this.end = end;
        this.marks = marks;
        this.kinds = marks.kinds();
        this.line = line;
    }

    /**
     * The next record's cells, one character for each byte; empty at the end.
     *
     * @throws LocalMistake at text after a closing quote, or if a quote is not closed
     */
    List<String> next() {
        List<String> cells = new ArrayList<>();
        while (p < end) {
            recordLine = line;
            int contentFrom = p;
            while (contentFrom < end
                    && (bytes[contentFrom] == ' ' || (bytes[contentFrom] == '\t' && marks.delimiter() != '\t'))) {
                contentFrom++;
            }
            if (contentFrom == end || kind(contentFrom) == Marks.LINE_END) {
                p = contentFrom;
                endLine();
                continue;
            }
            if (marks.runs()) {
                p = contentFrom;
            }
            split(cells);
            return cells;
        }
        complete = false;
        return cells;
    }

    /** Line on which the last record started. */
    long recordLine() {
        return recordLine;
    }

    /** Line on which the next record starts, blank lines apart. */
    long nextLine() {
        return line;
    }

    /** Where the next record starts. */
    int position() {
        return p;
    }

    /** Whether the last record was ended by a line break rather than by the end of the bytes. */
    boolean complete() {
        return complete;
    }

    private void split(List<String> cells) {
        while (true) {
            cells.add(cell(cells.size() + 1));
            if (marks.runs()) {
                while (p < end && kind(p) == Marks.CELL_END) {
                    p++;
                }
                if (p < end && kind(p) != Marks.LINE_END) {
                    continue;
                }
            } else if (p < end && kind(p) == Marks.CELL_END) {
                p++;
                continue;
            }
            endLine();
            return;
        }
    }

    private String cell(int number) {
        skipBlanks();
        if (p < end && bytes[p] == '"') {
            return quoted(number);
        }
        int from = p;
        while (p < end && kind(p) == Marks.ORDINARY) {
            p++;
        }
        int to = p;
        while (to > from && marks.isBlank(bytes[to - 1])) {
            to--;
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String quoted(int number) {
        long opened = line;
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        p++;
        while (p < end) {
            byte c = bytes[p++];
            if (c == '"') {
                if (p == end || bytes[p] != '"') {
                    skipBlanks();
                    if (p < end && kind(p) == Marks.ORDINARY) {
                        throw CsvMistake.afterQuote(line, number);
                    }
                    return content.toString(StandardCharsets.ISO_8859_1);
                }
                p++;
            } else if (c == '\n' || (c == '\r' && (p == end || bytes[p] != '\n'))) {
                line++;
            }
            content.write(c);
        }
        throw CsvMistake.unclosedQuote(opened, number);
    }

    private void skipBlanks() {
        while (p < end && marks.isBlank(bytes[p])) {
            p++;
        }
    }

    private void endLine() {
        complete = p < end;
        if (p < end) {
            p += bytes[p] == '\r' && p + 1 < end && bytes[p + 1] == '\n' ? 2 : 1;
        }
        line++;
    }

    private byte kind(int position) {
        return kinds[bytes[position] & 0xFF];
    }
}
