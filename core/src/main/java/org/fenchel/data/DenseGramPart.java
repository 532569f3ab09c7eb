package org.fenchel.data;

import java.util.Arrays;
import org.fenchel.kernel.NativeLibrary;
import org.fenchel.kernel.Symmetric;

/**
 * The Gram matrix of a part of the rows, all on one thread. Rows are scaled by the roots of their weights into a block that stays
 * in the cache while it is multiplied with itself, so each row is fetched from memory once.
 */
final class DenseGramPart {
    /** Rows scaled at once: few enough to stay in the cache, many beside the cost of fetching the sums. */
    private static final int BLOCK = 64;

    /** More where each call to the native library costs. */
    private static final int NATIVE_BLOCK = 512;

    private double[] block = new double[0];
    private double[] sum = new double[0];

    /** A matrix of zeros of this order, this part's own until the next call. */
    double[] cleared(int order) {
        if (sum.length < order * order) {
            sum = new double[order * order];
        } else {
            Arrays.fill(sum, 0, order * order, 0);
        }
        return sum;
    }

    /** What {@link #cleared} gave, and all that was added since. */
    double[] sum() {
        return sum;
    }

    /**
     * Adds rows {@code from} to {@code to} of the batch.
     *
     * @param stride order of h, at least the number of columns; what is beyond them stays 0
     */
    void add(
            DenseRows dense,
            int[] batch,
            int from,
            int to,
            double[] e,
            int[] columns,
            int count,
            boolean ones,
            int stride,
            double[] h,
            boolean byLibrary) {
        int most = byLibrary ? NATIVE_BLOCK : BLOCK;
        if (block.length < most * stride) {
            block = new double[most * stride];
        }
        int order = count + (ones ? 1 : 0);
        double[] values = dense.values();
        int d = dense.d();
        int used = 0;
        for (int k = from; k < to; k++) {
            if (e[k] > 0) {
                double root = Math.sqrt(e[k]);
                int row = batch[k] * d;
                int at = used * stride;
                if (count == d) {
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
                if (byLibrary) {
                    NativeLibrary.addGram(stride, used, block, h);
                } else {
                    Symmetric.addGram(stride, used, block, h);
                }
                used = 0;
            }
        }
    }
}
