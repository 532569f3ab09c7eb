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

    /**
     * A column of categories that are not kept: each goes to one of so many features by a hash of the column's name and its own, also
     * categories that training did not hold.
     *
     * @param width a power of two
     * @param fill the feature that a missing cell counts as, -1 where it is not filled in
     * @param levels how many different categories the training rows held
     * @param collisions how many of them share their feature with another
     */
    record Hashed(String name, int width, int fill, int levels, int collisions) implements ColumnEncoding {
        /** Which of the features a category goes to. */
        public int place(String category) {
            // FNV-1a (G. Fowler, L. Noll, K.-P. Vo), then murmur3's last steps (A. Appleby), which mix high bits into
            // low ones
            long hash = mix(mix(0xcbf29ce484222325L, name) ^ 0x1f, category);
            hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
            hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
            return (int) (hash ^ hash >>> 33) & width - 1;
        }

        private static long mix(long start, String text) {
            long hash = start;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            return hash;
        }
    }
}
