package org.fenchel.io.source;

/** Knows where records end, so that a text can be cut into blocks of whole records. */
public interface Cut {
    /**
     * The end of the last complete record.
     *
     * @param bytes a record starts at {@code start}; the text goes on after {@code end}
     * @return the position after its line break, or -1 if no record is complete
     */
    int afterLastRecord(byte[] bytes, int start, int end);

    /** Records that are lines, ended by LF, CRLF or CR. */
    Cut LINES = (bytes, start, end) -> {
        for (int p = end - 1; p >= start; p--) {
            if (bytes[p] == '\n') {
                return p + 1;
            }
        }
        // A CR as the very last byte may be half of a CRLF: it waits for the next block.
        for (int p = end - 2; p >= start; p--) {
            if (bytes[p] == '\r') {
                return p + 1;
            }
        }
        return -1;
    };
}
