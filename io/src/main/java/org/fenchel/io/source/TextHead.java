package org.fenchel.io.source;

import java.util.Arrays;
import org.fenchel.data.InvalidInput;

/** The beginning of a text, for finding out what it is before it is read. */
public final class TextHead {
    private static final int FIRST_LOOK = 1 << 12;

    private TextHead() {}

    /**
     * The first bytes of a source, at most {@code length}; fewer only if the text is shorter.
     *
     * @throws InvalidInput if the source is empty or plainly no text
     */
    public static byte[] read(Source source, int length) {
        byte[] head = new byte[length];
        int filled;
        try (TextInput in = source.open()) {
            filled = in.read(head, 0, length);
        }
        check(source, head, filled);
        return filled == length ? head : Arrays.copyOf(head, filled);
    }

    /**
     * Looks at the first bytes only.
     *
     * @throws InvalidInput if the source is empty or plainly no text
     */
    public static void requireText(Source source) {
        read(source, FIRST_LOOK);
    }

    private static void check(Source source, byte[] head, int length) {
        if (length == 0) {
            throw InvalidInput.at(source.name(), 0, 0, "the file is empty", "give a file with data");
        }
        Signature known = Signature.of(head, length);
        if (known != null) {
            throw InvalidInput.at(source.name(), 0, 0, "this is " + known.what(), known.advice());
        }
        for (int p = 0; p < Math.min(length, FIRST_LOOK); p++) {
            if (head[p] == 0) {
                throw InvalidInput.at(
                        source.name(),
                        0,
                        0,
                        "byte " + (p + 1) + " is zero, so this is not UTF-8 text",
                        "give a text file; UTF-16 is converted by iconv -f UTF-16 -t UTF-8");
            }
        }
    }
}
