package org.fenchel.io.source;

import java.nio.file.Path;
import org.fenchel.data.InvalidInput;

/** The text formats that data sets come in. */
public enum DataFormat {
    /** Delimited text. */
    CSV,
    /** A label and index:value pairs a line. */
    LIBSVM,
    /** A label and field:index:value triples a line. */
    LIBFFM;

    private static final int HEAD = 1 << 14;
    private static final int LINES = 50;

    /**
     * Finds out a file's format by its first lines: LIBSVM or LIBFFM if more of them hold pairs or triples than neither, whichever more
     * lines do, and LIBSVM where as many; lines of one word (rows without features, or a file of one column) do not count.
     *
     * @throws InvalidInput if it is neither LIBSVM, LIBFFM nor delimited text, naming what it is where that can be told
     */
    public static DataFormat detect(Path file) {
        return detect(Source.of(file));
    }

    static DataFormat detect(Source source) {
        byte[] head = TextHead.read(source, HEAD);
        int[] counts = new int[LineShape.values().length];
        int from = 0;
        for (int k = 0; k < LINES && from < head.length; k++) {
            int to = from;
            while (to < head.length && head[to] != '\n' && head[to] != '\r') {
                to++;
            }
            // The last line may be cut short, which matters only if it is the first too.
            if (k == 0 || to < head.length || head.length < HEAD) {
                counts[LineShape.of(head, from, to).ordinal()]++;
            }
            from = to + 1;
        }
        int other = counts[LineShape.OTHER.ordinal()];
        if (counts[LineShape.NAMESPACES.ordinal()] > other) {
            throw InvalidInput.at(
                    source.name(),
                    0,
                    0,
                    "this is Vowpal Wabbit's format ('label |namespace index:value ...')",
                    "remove the namespaces ('|name') from all lines to make it LIBSVM");
        }
        int triples = counts[LineShape.TRIPLES.ordinal()];
        int pairs = counts[LineShape.PAIRS.ordinal()];
        if (triples + pairs <= other) {
            return CSV;
        }
        return triples > pairs ? LIBFFM : LIBSVM; // a slip in one is told by its reader
    }
}
