package org.fenchel.io.encode;

import java.util.List;
import java.util.Map;

/**
 * Which level of a column of categories is the reference: the one without a feature, which the weights of the others compare with. With
 * an intercept, and without a penalty, weights are unique only so.
 *
 * @param every whether every column of categories has one: the first in alphabetical order, unless another is chosen
 * @param chosen the level of a column, by the column's name; such a column has a reference in any case
 */
public record References(boolean every, Map<String, String> chosen) {
    /** All levels have a feature. */
    public static final References NONE = new References(false, Map.of());

    /** Of every column the first level. */
    public static final References FIRST = new References(true, Map.of());

    public References {
        chosen = Map.copyOf(chosen);
    }

    /** Number of the reference among a column's levels in order, -1 for none. */
    int of(String column, List<String> levels) {
        String level = chosen.get(column);
        return level != null ? levels.indexOf(level) : every ? 0 : -1;
    }
}
