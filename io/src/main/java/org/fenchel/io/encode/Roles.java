package org.fenchel.io.encode;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a table that are no features, by name.
 *
 * @param target what is to be predicted
 * @param weight how much a row counts, 0 or more; null where every row counts 1
 * @param offset what is added to a row's margin; null for nothing
 * @param exposure how long, or for how many, a row was observed, above 0: its logarithm is added to the margin, so that a
 *     loss with the exponential as mean predicts counts in proportion to it; null for nothing
 */
public record Roles(
        String target,
        @Nullable String weight,
        @Nullable String offset,
        @Nullable String exposure) {
    /** Only a target. */
    public Roles(String target) {
        this(target, null, null, null);
    }

    /** @throws InvalidInput if a column has two roles */
    public Roles {
        List<String> names = names(target, weight, offset, exposure);
        for (int k = 0; k < names.size(); k++) {
            if (names.indexOf(names.get(k)) < k) {
                throw InvalidInput.of("column '" + names.get(k) + "' has two roles", "give each role its own column");
            }
        }
    }

    /** The names of all columns with a role, the target's first. */
    public List<String> names() {
        return names(target, weight, offset, exposure);
    }

    private static List<String> names(@Nullable String... candidates) {
        List<String> names = new ArrayList<>();
        for (String name : candidates) {
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** The same roles with this column as weight, null for none. */
    public Roles withWeight(@Nullable String name) {
        return new Roles(target, name, offset, exposure);
    }

    /** The same roles with this column as offset, null for none. */
    public Roles withOffset(@Nullable String name) {
        return new Roles(target, weight, name, exposure);
    }

    /** The same roles with this column as exposure, null for none. */
    public Roles withExposure(@Nullable String name) {
        return new Roles(target, weight, offset, name);
    }
}
