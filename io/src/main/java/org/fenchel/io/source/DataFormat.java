package org.fenchel.io.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.fenchel.data.InvalidInput;

/** The text formats that data sets come in. */
public enum DataFormat {
    /** Delimited text. */
    CSV,
    /** A label and index:value pairs a line. */
    LIBSVM;

    private static final int HEAD = 1 << 14;
    private static final int LINES = 100;

    /**
     * Finds out a file's format by its first lines: LIBSVM if more of them hold {@code index:value} pairs than do not; lines
     * of one word (rows without features, or a file of one column) do not count.
     *
     * @throws InvalidInput if it is neither LIBSVM nor delimited text, naming what it is where that can be told
     */
    public static DataFormat detect(Path file) {
        return detect(Source.of(file));
    }

    static DataFormat detect(Source source) {
        byte[] head = TextHead.read(source, HEAD);
        String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\\R", LINES + 1);
        // The last one may be cut short.
        int whole = head.length == HEAD ? Math.max(1, lines.length - 1) : lines.length;
        Map<LineShape, Integer> counts = new EnumMap<>(LineShape.class);
        for (int k = 0; k < Math.min(whole, LINES); k++) {
            counts.merge(LineShape.of(lines[k]), 1, Integer::sum);
        }
        int other = counts.getOrDefault(LineShape.OTHER, 0);
        if (counts.getOrDefault(LineShape.NAMESPACES, 0) > other) {
            throw InvalidInput.at(
                    source.name(),
                    0,
                    0,
                    "this is Vowpal Wabbit's format ('label |namespace index:value ...')",
                    "remove the namespaces ('|name') from all lines to make it LIBSVM");
        }
        if (counts.getOrDefault(LineShape.TRIPLES, 0) > other) {
            throw InvalidInput.at(
                    source.name(),
                    0,
                    0,
                    "this is the FFM format ('label field:index:value ...')",
                    "remove the field and its colon from every triple to make it LIBSVM");
        }
        return counts.getOrDefault(LineShape.PAIRS, 0) > other ? LIBSVM : CSV;
    }
}
