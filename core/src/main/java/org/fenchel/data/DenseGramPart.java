package org.fenchel.data;

import java.util.Arrays;
import org.fenchel.kernel.NativeLibrary;
import org.fenchel.kernel.Symmetric;

/**
 * A part of a Gram matrix, all on one thread. What is multiplied is copied, scaled, centred or transposed, into a block that stays
 * in the cache meanwhile, so each entry is fetched from memory once.
 */
final class DenseGramPart {
    /** Rows packed at once: few enough to stay in the cache, many beside the cost of fetching the sums. */
    private static final int BLOCK = 64;

    /** More where each call to the native library costs. */
    private static final int NATIVE_BLOCK = 512;

    /** Rows transposed at once: as many as one cache line takes. */
    private static final int LINE = 8;

    private double[] block = new double[0];
    private double[] own = new double[0];
    private double[] sum = own;
    private int stride;
    private boolean byLibrary;

    /** Begins a sum of the part's own, of this order, at least that of the matrix; what is beyond it stays 0. */
    void begin(int order, boolean library) {
        if (own.length < order * order) {
            own = new double[order * order];
        } else {
            Arrays.fill(own, 0, order * order, 0);
        }
        into(own, order);
        byLibrary = library;
    }

    /** Adds to this matrix of this order from now on. */
    void into(double[] h, int order) {
        sum = h;
        stride = order;
        byLibrary = false;
    }

    /** The matrix that is added to. */
    double[] sum() {
        return sum;
    }

    /**
     * Adds rows {@code from} to {@code to} of the batch.
     *
     * @param e weights of the rows
     * @param centre what is taken off each row, length d, or empty
     * @param ones whether a column of ones stands behind the columns
     */
    void add(
            DenseRows dense,
            int[] batch,
            int from,
            int to,
            double[] e,
            double[] centre,
            int[] columns,
            int count,
            boolean ones) {
        int order = count + (ones ? 1 : 0);
        int most = allocate();
        double[] values = dense.values();
        int d = dense.d();
        int used = 0;
        for (int k = from; k < to; k++) {
            if (e[k] > 0) {
                double root = Math.sqrt(e[k]);
                int row = batch[k] * d;
                int at = used * stride;
                if (centre.length > 0) {
                    for (int p = 0; p < count; p++) {
                        block[at + p] = root * (values[row + columns[p]] - centre[columns[p]]);
                    }
                } else if (count == d) {
                    for (int j = 0; j < d; j++) {
                        block[at + j] = root * values[row + j];
                    }
                } else {
                    for (int p = 0; p < count; p++) {
                        block[at + p] = root * values[row + columns[p]];
                    }
                }
                if (ones) {
                    block[at + count] = root;
                }
                Arrays.fill(block, at + order, at + stride, 0);
                used++;
            }
            if (used == most || (k == to - 1 && used > 0)) {
                multiply(used);
                used = 0;
            }
        }
    }

    /**
     * Adds the inner products of the first m rows of the batch with each other, over columns {@code from} to {@code to}.
     *
     * @param centre what is taken off each row, length d, or empty
     */
    void addRows(DenseRows dense, int[] batch, int m, int from, int to, double[] centre) {
        int most = allocate();
        for (int column = from; column < to; column += most) {
            int width = Math.min(most, to - column);
            for (int first = 0; first < m; first += LINE) {
                transpose(dense, batch, first, Math.min(m, first + LINE), column, width);
            }
            for (int c = 0; c < width; c++) {
                if (centre.length > 0) {
                    for (int k = 0; k < m; k++) {
                        block[c * stride + k] -= centre[column + c];
                    }
                }
                Arrays.fill(block, c * stride + m, (c + 1) * stride, 0);
            }
            multiply(width);
        }
    }

    private void transpose(DenseRows dense, int[] batch, int first, int end, int column, int width) {
        double[] values = dense.values();
        int d = dense.d();
        if (end - first < LINE) {
            for (int k = first; k < end; k++) {
                for (int c = 0; c < width; c++) {
                    block[c * stride + k] = values[batch[k] * d + column + c];
                }
            }
            return;
        }
        int r0 = batch[first] * d + column;
        int r1 = batch[first + 1] * d + column;
        int r2 = batch[first + 2] * d + column;
        int r3 = batch[first + 3] * d + column;
        int r4 = batch[first + 4] * d + column;
        int r5 = batch[first + 5] * d + column;
        int r6 = batch[first + 6] * d + column;
        int r7 = batch[first + 7] * d + column;
        for (int c = 0; c < width; c++) {
            int at = c * stride + first;
            block[at] = values[r0 + c];
            block[at + 1] = values[r1 + c];
            block[at + 2] = values[r2 + c];
            block[at + 3] = values[r3 + c];
            block[at + 4] = values[r4 + c];
            block[at + 5] = values[r5 + c];
            block[at + 6] = values[r6 + c];
            block[at + 7] = values[r7 + c];
        }
    }

    private int allocate() {
        int most = byLibrary ? NATIVE_BLOCK : BLOCK;
        if (block.length < most * stride) {
            block = new double[most * stride];
        }
        return most;
    }

    private void multiply(int rows) {
        if (byLibrary) {
            NativeLibrary.addGram(stride, rows, block, sum);
        } else {
            Symmetric.addGram(stride, rows, block, sum);
        }
    }
}
