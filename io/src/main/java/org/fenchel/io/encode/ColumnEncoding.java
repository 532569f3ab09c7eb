package org.fenchel.io.encode;

import java.util.List;

/** How one column of a table becomes features. */
public sealed interface ColumnEncoding {
    /** The column's name. */
    String name();

    /** Number of features it becomes. */
    int width();

    /**
     * A column of numbers: one feature, {@code (x - shift) / divisor}.
     *
     * @param divisor infinite where the training data is constant
     * @param fill what a missing cell counts as, NaN where it is not filled in
     */
    record Numbers(String name, double shift, double divisor, double fill) implements ColumnEncoding {
        @Override
        public int width() {
            return 1;
        }
    }

    /**
     * A column of categories: a feature for each level, 1 where the cell is that level. All levels have one: the penalty (or
     * the certificate's ball) settles which of the many equal solutions is found, and no level is singled out as reference.
     *
     * @param levels those of the training rows in alphabetical order, so that the features do not depend on the order of the
     *     rows
     * @param fill index of the level that a missing cell counts as, -1 where it is not filled in
     */
    record Categories(String name, List<String> levels, int fill) implements ColumnEncoding {
        public Categories {
            levels = List.copyOf(levels);
        }

        @Override
        public int width() {
            return levels.size();
        }
    }
}
