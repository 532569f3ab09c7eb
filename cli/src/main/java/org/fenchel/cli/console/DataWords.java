package org.fenchel.cli.console;

import java.util.List;
import java.util.Optional;
import org.fenchel.data.DenseRows;
import org.fenchel.data.Rows;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.json.JsonObject;

/** Data in words. */
public final class DataWords {
    private static final int LISTED = 12;

    private DataWords() {}

    /** Rows and features, and how sparse they are. */
    public static String size(Rows rows) {
        String storage = rows instanceof DenseRows
                ? ""
                : ", " + Numbers.digits(100.0 * rows.nonZeros() / Math.max(1.0, (double) rows.n() * rows.d()), 2)
                        + " % filled";
        return Numbers.count(rows.n(), "row") + ", " + Numbers.count(rows.d(), "feature") + storage;
    }

    /** What the weights of levels compare with, where there are references. */
    public static Optional<String> references(Encoding encoding) {
        List<String> references = encoding.references();
        return references.isEmpty()
                ? Optional.empty()
                : Optional.of(OneLine.of((references.size() == 1 ? "the reference is " : "the references are ")
                        + String.join(", ", references.subList(0, Math.min(LISTED, references.size())))
                        + (references.size() > LISTED ? ", ..." : "")));
    }

    /** The same for programs. */
    public static void put(Encoding encoding, JsonObject json) {
        if (!encoding.references().isEmpty()) {
            json.put("references", encoding.references());
        }
    }

    /** How many cells were filled in, where any were. */
    public static Optional<String> filled(Encoded encoded) {
        return encoded.filled() > 0
                ? Optional.of(Numbers.count(encoded.filled(), "missing cell") + " filled in")
                : Optional.empty();
    }
}
