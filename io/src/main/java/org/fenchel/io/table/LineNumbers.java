package org.fenchel.io.table;

import java.util.Arrays;

/**
 * Which line of the file each row stands on. Rows mostly stand on consecutive lines, so only the rows where the distance
 * changes are kept: after a header, a blank line, or a cell with a line break in it.
 */
public final class LineNumbers {
    private int[] rows = new int[4];
    private long[] lines = new long[4];
    private int size;

    /** Says that this row, after all rows said before, stands on this 1-based line. */
    public void add(int row, long line) {
        if (size > 0 && line - lines[size - 1] == (long) row - rows[size - 1]) {
            return;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        rows[size] = row;
        lines[size] = line;
        size++;
    }

    /** Adds all that another has, its rows and lines moved on by these numbers. */
    public void addAll(LineNumbers later, int rowsBefore, long linesBefore) {
        for (int k = 0; k < later.size; k++) {
            add(later.rows[k] + rowsBefore, later.lines[k] + linesBefore);
        }
    }

    /** The 1-based line of a row; 0 if nothing is known of it. */
    public long of(int row) {
        int found = Arrays.binarySearch(rows, 0, size, row);
        int k = found >= 0 ? found : -found - 2;
        return k < 0 ? 0 : lines[k] + (row - rows[k]);
    }
}
