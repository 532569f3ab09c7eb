package org.fenchel.io.encode;

import java.util.List;

/**
 * What a model was given but had never seen in training, and therefore ignored: categories of a table, or features of LIBSVM
 * rows beyond the model's last.
 *
 * @param rows how many rows hold one
 * @param distinct how many different ones there are
 * @param examples the first few, as {@code column=category}, or feature numbers
 */
public record Unseen(int rows, int distinct, List<String> examples) {
    /** All was known. */
    public static final Unseen NOTHING = new Unseen(0, 0, List.of());

    public Unseen {
        examples = List.copyOf(examples);
    }

    /** Whether there is anything to tell the user. */
    public boolean any() {
        return rows > 0;
    }

    /** One line, as in {@code 3 rows hold 2 values not seen in training (colour=green, colour=mauve)}. */
    public String words() {
        return rows + (rows == 1 ? " row holds " : " rows hold ") + distinct
                + (distinct == 1 ? " value" : " values") + " not seen in training ("
                + String.join(", ", examples) + (distinct > examples.size() ? ", ..." : "") + ")";
    }
}
