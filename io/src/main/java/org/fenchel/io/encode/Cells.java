package org.fenchel.io.encode;

import java.util.BitSet;

/** The cells of one column of a table together with how they are encoded: what encoding a table reads. */
sealed interface Cells {
    /** Whether the cell holds no value. */
    boolean missing(int row);

    /** Number of entries that are not zero over these rows. */
    long nonZeros(int[] rows);

    /** Whether every entry that is not zero is one over these rows. */
    boolean allOnes(int[] rows);

    /** Appends the entries of a row that are not zero. */
    int appendTo(int row, int[] columns, double[] values, int end);

    /** Writes the entries of rows {@code rows[from..to)} that are not zero; row {@code k}'s features start at {@code k * d}. */
    void write(int[] rows, int from, int to, double[] out, int d);

    /**
     * Cells of numbers.
     *
     * @param feature the column's feature
     */
    record Number(double[] cells, ColumnEncoding.Numbers encoding, int feature) implements Cells {
        private double value(int row) {
            return encode(cells[row], encoding);
        }

        static double encode(double cell, ColumnEncoding.Numbers encoding) {
            double x = Double.isNaN(cell) ? encoding.fill() : cell;
            return (x - encoding.shift()) / encoding.divisor();
        }

        @Override
        public boolean missing(int row) {
            return Double.isNaN(cells[row]);
        }

        @Override
        public long nonZeros(int[] rows) {
            long count = 0;
            for (int row : rows) {
                if (value(row) != 0) {
                    count++;
                }
            }
            return count;
        }

        @Override
        public boolean allOnes(int[] rows) {
            for (int row : rows) {
                double value = value(row);
                if (value != 0 && value != 1) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int appendTo(int row, int[] columns, double[] values, int end) {
            double value = value(row);
            if (value == 0) {
                return end;
            }
            columns[end] = feature;
            values[end] = value;
            return end + 1;
        }

        @Override
        public void write(int[] rows, int from, int to, double[] out, int d) {
            for (int k = from; k < to; k++) {
                out[k * d + feature] = value(rows[k]);
            }
        }
    }

    /**
     * Cells of categories.
     *
     * @param codes the table's codes, -1 where missing
     * @param features for each code of the table its feature among the column's, {@link #UNSEEN} or {@link #REFERENCE} if none
     * @param fill the feature that a missing cell counts as, negative for none
     * @param first feature of the column
     */
    record Category(int[] codes, int[] features, int fill, int first) implements Cells {
        static final int UNSEEN = -1;
        static final int REFERENCE = -2;

        /** Feature of a row among the column's, negative for none: so too where the cell is missing and is not filled in. */
        private int feature(int row) {
            return codes[row] < 0 ? fill : features[codes[row]];
        }

        @Override
        public boolean missing(int row) {
            return codes[row] < 0;
        }

        /** Whether the cell holds a category that the training rows did not. */
        boolean unseen(int row) {
            return codes[row] >= 0 && features[codes[row]] == UNSEEN;
        }

        /** The codes of the table that the training rows did not hold. */
        BitSet unseenCodes() {
            BitSet unseen = new BitSet();
            for (int code = 0; code < features.length; code++) {
                unseen.set(code, features[code] == UNSEEN);
            }
            return unseen;
        }

        @Override
        public long nonZeros(int[] rows) {
            long count = 0;
            for (int row : rows) {
                if (feature(row) >= 0) {
                    count++;
                }
            }
            return count;
        }

        @Override
        public boolean allOnes(int[] rows) {
            return true;
        }

        @Override
        public int appendTo(int row, int[] columns, double[] values, int end) {
            int feature = feature(row);
            if (feature < 0) {
                return end;
            }
            columns[end] = first + feature;
            values[end] = 1;
            return end + 1;
        }

        @Override
        public void write(int[] rows, int from, int to, double[] out, int d) {
            for (int k = from; k < to; k++) {
                int feature = feature(rows[k]);
                if (feature >= 0) {
                    out[k * d + first + feature] = 1;
                }
            }
        }
    }
}
