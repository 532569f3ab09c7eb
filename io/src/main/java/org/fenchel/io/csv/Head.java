package org.fenchel.io.csv;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.io.source.LocalMistake;
import org.fenchel.io.source.Source;
import org.fenchel.io.source.TextHead;

/**
 * The first bytes of a file, split into records as often as there are guesses at the delimiter.
 *
 * @param bytes from the file's beginning
 * @param start after a byte order mark
 * @param whole whether this is all of the file
 */
record Head(byte[] bytes, int start, boolean whole) {
    private static final int SIZE = 1 << 16;
    private static final int LONGEST = 1 << 28;
    private static final int RECORDS = 50;
    private static final int FEWEST_LINES = 3;

    /** Reads 64 KB of the source, or as much more as it takes to have some whole lines. */
    static Head of(Source source) {
        return of(source, SIZE);
    }

    /** More of the same, for a first record that did not end in what was read; only if this is not the whole text. */
    Head longer(Source source) {
        return of(source, 4 * bytes.length);
    }

    /** Whether reading more could help. */
    boolean mayGrow() {
        return !whole && bytes.length < LONGEST;
    }

    private static Head of(Source source, int least) {
        for (int size = least; ; size *= 4) {
            byte[] bytes = TextHead.read(source, size);
            if (bytes.length < size || size >= LONGEST || lineEnds(bytes) >= FEWEST_LINES) {
                boolean marked = bytes.length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF;
                return new Head(bytes, marked ? 3 : 0, bytes.length < size);
            }
        }
    }

    /**
     * The first records, those only that are in the head as a whole.
     *
     * @param cells each as one character a byte
     * @param firstLine line of the first record
     * @param recordBytes mean length of a record
     */
    record Records(List<List<String>> cells, long firstLine, int recordBytes) {}

    /**
     * Splits the head.
     *
     * @throws LocalMistake if the first record is broken; one that is broken later ends the list
     */
    Records split(Marks marks) {
        RecordSplitter splitter = new RecordSplitter(bytes, start, bytes.length, marks, 1);
        List<List<String>> records = new ArrayList<>();
        long firstLine = 1;
        int after = start;
        while (records.size() < RECORDS) {
            List<String> cells;
            try {
                cells = splitter.next();
            } catch (LocalMistake e) {
                if (records.isEmpty()) {
                    throw e;
                }
                break;
            }
            if (cells.isEmpty() || (!splitter.complete() && !whole && !records.isEmpty())) {
                break;
            }
            if (records.isEmpty()) {
                firstLine = splitter.recordLine();
            }
            records.add(cells);
            after = splitter.position();
        }
        return new Records(records, firstLine, Math.max(1, (after - start) / Math.max(1, records.size())));
    }

    /** Whether the byte is anywhere in the head. */
    boolean holds(byte wanted) {
        for (byte c : bytes) {
            if (c == wanted) {
                return true;
            }
        }
        return false;
    }

    private static int lineEnds(byte[] bytes) {
        int count = 0;
        for (int p = 0; p < bytes.length && count < FEWEST_LINES; p++) {
            count += bytes[p] == '\n' || bytes[p] == '\r' ? 1 : 0;
        }
        return count;
    }
}
