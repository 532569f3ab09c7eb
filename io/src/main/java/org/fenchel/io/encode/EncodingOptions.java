package org.fenchel.io.encode;

import java.util.Set;

/**
 * How features are made of a table's columns.
 *
 * @param scale how numeric features are scaled
 * @param missing what to do with missing cells
 * @param exclude names of columns that are no features, besides those with a {@link Roles role}
 */
public record EncodingOptions(Scale scale, Missing missing, Set<String> exclude) {
    /** No scaling, missing cells refused, every column without a role a feature. */
    public EncodingOptions() {
        this(Scale.NONE, Missing.REFUSE, Set.of());
    }

    public EncodingOptions {
        exclude = Set.copyOf(exclude);
    }

    /** The same options with this scaling. */
    public EncodingOptions withScale(Scale newScale) {
        return new EncodingOptions(newScale, missing, exclude);
    }

    /** The same options with missing cells treated so. */
    public EncodingOptions withMissing(Missing newMissing) {
        return new EncodingOptions(scale, newMissing, exclude);
    }

    /** The same options without these columns as features. */
    public EncodingOptions withExclude(Set<String> names) {
        return new EncodingOptions(scale, missing, names);
    }
}
