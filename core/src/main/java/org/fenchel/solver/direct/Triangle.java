package org.fenchel.solver.direct;

import org.fenchel.kernel.Orthogonal;

/**
 * The triangular factor R of a matrix with many rows, given a few rows at a time: rows are gathered below the R so far and reduced
 * together with it, so that memory is bounded by a few times the square of the order.
 *
 * <p>Cost: 3 order^2 multiply-adds a row.
 */
final class Triangle {
    private static final int LEAST = 256;

    private final int order;
    private final int height;
    private final double[] block;
    private int filled;

    Triangle(int order) {
        this.order = order;
        height = order + Math.max(LEAST, 2 * order);
        block = new double[Math.multiplyExact(height, order)];
        filled = order;
    }

    /** Begins a row of zeros; its entries are then {@link #set}. */
    void next() {
        if (filled == height) {
            reduce();
        }
        filled++;
    }

    /** Sets an entry of the row begun last. */
    void set(int column, double value) {
        block[column * height + filled - 1] = value;
    }

    private void reduce() {
        Orthogonal.triangle(height, order, block);
        for (int j = 0; j < order; j++) {
            for (int i = j + 1; i < height; i++) {
                block[j * height + i] = 0;
            }
        }
        filled = order;
    }

    /** R of all rows so far: entry (i, j), i at most j. */
    double[] reduced(int rows, int columns) {
        reduce();
        double[] r = new double[rows * columns];
        for (int j = 0; j < columns; j++) {
            System.arraycopy(block, j * height, r, j * rows, rows);
        }
        return r;
    }

    /** An entry of R; only after {@link #reduced}. */
    double entry(int i, int j) {
        return block[j * height + i];
    }
}
