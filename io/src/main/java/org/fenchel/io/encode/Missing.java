package org.fenchel.io.encode;

import java.util.Arrays;
import java.util.Locale;
import org.fenchel.data.InvalidInput;

/** What to do with a missing cell of a feature. A missing target, weight, offset or exposure is refused unless rows are dropped. */
public enum Missing {
    /** It is an error, with its place. */
    REFUSE,
    /**
     * Numbers become the mean of the training rows that have one; categories the most frequent one of the training rows, the
     * first in alphabetical order among equals.
     */
    MEAN,
    /** The row is left out, in training and in prediction. */
    DROP;

    /**
     * The policy of this name, case ignored.
     *
     * @throws InvalidInput if there is none
     */
    public static Missing named(String name) {
        return Arrays.stream(values())
                .filter(missing -> missing.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(
                        "no policy for missing values is named '" + name + "'", "it is one of refuse, mean, drop"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
