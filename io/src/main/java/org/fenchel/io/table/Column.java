package org.fenchel.io.table;

import java.util.List;

/** One column of a {@link Table}: numbers or categories. Immutable; the arrays are the storage itself, read only. */
public sealed interface Column {
    /** The name from the header, or {@code c1}, {@code c2}, ... where the file has none. */
    String name();

    /** 0-based place in the table: {@code table.columns().get(position())} is this column. */
    int position();

    /** A column whose every cell is a number or missing. */
    final class Numeric implements Column {
        private final String name;
        private final int position;
        private final double[] values;

        /**
         * Wraps the array without copying it; the caller gives it up.
         *
         * @param values length n, finite, NaN where the cell is missing
         */
        public Numeric(String name, int position, double[] values) {
            this.name = name;
            this.position = position;
            this.values = values;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int position() {
            return position;
        }

        /** The numbers, length n, NaN where missing. Read only. */
        public double[] values() {
            return values;
        }
    }

    /** A column of words: each cell is one of a list of levels, or missing. */
    final class Categorical implements Column {
        private final String name;
        private final int position;
        private final int[] codes;
        private final List<String> levels;

        /**
         * Wraps the array without copying it; the caller gives it up.
         *
         * @param codes length n, indices into levels, -1 where the cell is missing
         * @param levels distinct, in the order of their first appearance
         */
        public Categorical(String name, int position, int[] codes, List<String> levels) {
            this.name = name;
            this.position = position;
            this.codes = codes;
            this.levels = List.copyOf(levels);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int position() {
            return position;
        }

        /** Which level each cell is, length n, -1 where missing. Read only. */
        public int[] codes() {
            return codes;
        }

        /** The distinct words, in the order of their first appearance. */
        public List<String> levels() {
            return levels;
        }
    }
}
