package org.fenchel.io.encode;

import java.util.Set;
import org.fenchel.data.InvalidInput;

/**
 * How features are made of a table's columns.
 *
 * @param scale how numeric features are scaled
 * @param missing what to do with missing cells
 * @param exclude names of columns that are no features, besides those with a {@link Roles role}
 * @param references which levels of categories have no feature
 * @param hashBits categories are hashed to at most 2 to this power features, all columns together; 0 to keep them by name
 */
public record EncodingOptions(Scale scale, Missing missing, Set<String> exclude, References references, int hashBits) {
    private static final int MOST_BITS = 28;

    /** No scaling, missing cells refused, every column without a role a feature. */
    public EncodingOptions() {
        this(Scale.NONE, Missing.REFUSE, Set.of());
    }

    /** Categories kept by name. */
    public EncodingOptions(Scale scale, Missing missing, Set<String> exclude) {
        this(scale, missing, exclude, References.NONE, 0);
    }

    public EncodingOptions {
        exclude = Set.copyOf(exclude);
        if (hashBits > 0 && references != References.NONE) {
            throw InvalidInput.of("hashed categories have no reference level", "leave one of the two out");
        }
        if (hashBits < 0 || hashBits > MOST_BITS) {
            throw InvalidInput.of(
                    "hash bits " + hashBits, "give 1 to " + MOST_BITS + ", such as 20, or 0 for no hashing");
        }
    }

    /** The same options with this scaling. */
    public EncodingOptions withScale(Scale newScale) {
        return new EncodingOptions(newScale, missing, exclude, references, hashBits);
    }

    /** The same options with missing cells treated so. */
    public EncodingOptions withMissing(Missing newMissing) {
        return new EncodingOptions(scale, newMissing, exclude, references, hashBits);
    }

    /** The same options without these columns as features. */
    public EncodingOptions withExclude(Set<String> names) {
        return new EncodingOptions(scale, missing, names, references, hashBits);
    }

    /** The same options with reference levels. */
    public EncodingOptions withReferences(References levels) {
        return new EncodingOptions(scale, missing, exclude, levels, hashBits);
    }

    /** The same options with categories hashed. */
    public EncodingOptions withHashBits(int bits) {
        return new EncodingOptions(scale, missing, exclude, references, bits);
    }
}
