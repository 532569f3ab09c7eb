package org.fenchel.cli;

import java.util.Optional;
import org.fenchel.data.DenseRows;
import org.fenchel.data.Rows;
import org.fenchel.io.encode.Encoded;

/** Data in words. */
final class DataWords {
    private DataWords() {}

    /** Rows and features, and how sparse they are. */
    static String size(Rows rows) {
        String storage = rows instanceof DenseRows
                ? ""
                : ", " + Numbers.digits(100.0 * rows.nonZeros() / Math.max(1.0, (double) rows.n() * rows.d()), 2)
                        + " % filled";
        return Numbers.count(rows.n(), "row") + ", " + Numbers.count(rows.d(), "feature") + storage;
    }

    /** How many cells were filled in, where any were. */
    static Optional<String> filled(Encoded encoded) {
        return encoded.filled() > 0
                ? Optional.of(Numbers.count(encoded.filled(), "missing cell") + " filled in")
                : Optional.empty();
    }
}
