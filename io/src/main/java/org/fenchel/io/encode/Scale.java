package org.fenchel.io.encode;

import java.util.Arrays;
import java.util.Locale;
import org.fenchel.data.InvalidInput;

/**
 * How numeric features are brought to one size. One-hot features stay 0 and 1 under each. A column that is constant over the
 * training rows becomes 0 under {@link #MINMAX} and {@link #STANDARD}.
 */
public enum Scale {
    /** As they are. */
    NONE,
    /** {@code (x - min) / (max - min)}: from 0 to 1 over the training rows. */
    MINMAX,
    /**
     * {@code (x - mean) / deviation} with the population's standard deviation: mean 0 and variance 1 over the training rows.
     * Sparse rows are divided only, since subtracting the mean would fill them; with an intercept, which is never penalised,
     * the fitted margins are the same.
     */
    STANDARD;

    /**
     * The scale of this name, case ignored.
     *
     * @throws InvalidInput if there is none
     */
    public static Scale named(String name) {
        return Arrays.stream(values())
                .filter(scale -> scale.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        InvalidInput.of("no scaling is named '" + name + "'", "it is one of none, minmax, standard"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
