package org.fenchel.io.libsvm;

import java.util.Arrays;
import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.NumberedNames;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;

/** Joins the blocks' rows to one data set. */
final class Assembly {
    /** The longest array that every JVM allocates. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Assembly() {}

    static Dataset join(String file, List<RowBlock> blocks, int minimumFeatures) {
        long n = 0;
        long entries = 0;
        int d = minimumFeatures;
        boolean ones = true;
        for (RowBlock block : blocks) {
            n += block.labels().length;
            entries += block.columns().length;
            d = Math.max(d, block.largestIndex());
            ones &= block.values() == null;
        }
        check(file, n, entries, d);
        double[] labels = new double[(int) n];
        int[] starts = new int[(int) n + 1];
        int[] columns = new int[(int) entries];
        double[] values = new double[ones ? 0 : (int) entries];
        int row = 0;
        int entry = 0;
        for (RowBlock block : blocks) {
            int blockRows = block.labels().length;
            int blockEntries = block.columns().length;
            System.arraycopy(block.labels(), 0, labels, row, blockRows);
            for (int i = 0; i < blockRows; i++) {
                starts[row + i + 1] = entry + block.ends()[i];
            }
            System.arraycopy(block.columns(), 0, columns, entry, blockEntries);
            if (block.values() != null) {
                System.arraycopy(block.values(), 0, values, entry, blockEntries);
            } else if (!ones) {
                Arrays.fill(values, entry, entry + blockEntries, 1);
            }
            row += blockRows;
            entry += blockEntries;
        }
        Rows rows = ones ? IndicatorRows.wrap(d, starts, columns) : SparseRows.wrap(d, starts, columns, values);
        return Dataset.of(rows, labels).withFeatureNames(new NumberedNames("", d));
    }

    private static void check(String file, long n, long entries, int d) {
        if (n == 0) {
            throw InvalidInput.at(file, 0, 0, "the file has no rows", "give a file with data");
        }
        if (d == 0) {
            throw InvalidInput.at(
                    file, 0, 0, "no row has a feature", "write rows as 'label index:value ...', with indices from 1");
        }
        if (n >= LONGEST_ARRAY || entries > LONGEST_ARRAY) {
            throw InvalidInput.at(
                    file,
                    0,
                    0,
                    n + " rows with " + entries + " entries are more than fit into one data set (2147483639)",
                    "read a part of the file");
        }
    }
}
