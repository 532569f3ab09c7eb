package org.fenchel.io.encode;

import java.util.List;
import java.util.stream.IntStream;

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
     * A column of categories: a feature for each level, 1 where the cell is that level. Either all levels have one, and the penalty
     * (or the certificate's ball) settles which of the many equal solutions is found; or one level is the reference, which has none,
     * and the weights of the others are differences from it.
     *
     * @param levels those of the training rows in alphabetical order, so that the features do not depend on the order of the
     *     rows
     * @param fill index of the level that a missing cell counts as, -1 where it is not filled in
     * @param reference index of the level without a feature, -1 where each has one
     */
    record Categories(String name, List<String> levels, int fill, int reference) implements ColumnEncoding {
        public Categories {
            levels = List.copyOf(levels);
        }

        /** A feature for each level. */
        public Categories(String name, List<String> levels, int fill) {
            this(name, levels, fill, -1);
        }

        @Override
        public int width() {
            return levels.size() - (reference < 0 ? 0 : 1);
        }

        /** Which of the column's features, from 0, a level has; negative where it has none, as the reference and no level (-1). */
        public int feature(int level) {
            if (level < 0) {
                return Cells.Category.UNSEEN;
            }
            return level == reference
                    ? Cells.Category.REFERENCE
                    : reference >= 0 && level > reference ? level - 1 : level;
        }

        /** Feature names {@code column=level}, without the reference. */
        List<String> featureNames() {
            return IntStream.range(0, levels.size())
                    .filter(level -> level != reference)
                    .mapToObj(this::word)
                    .toList();
        }

        /** A level with its column, {@code column=level}. */
        public String word(int level) {
            return name + "=" + levels.get(level);
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
