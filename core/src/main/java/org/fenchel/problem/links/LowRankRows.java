package org.fenchel.problem.links;

import org.fenchel.kernel.ThinMatrix;
import org.fenchel.problem.LowRankMatrix;

/** Rows of a matrix of low rank, a few at a time, which are all that is ever formed of it. Cost: n r multiply-adds a row. */
final class LowRankRows {
    private final int n;
    private final int r;
    private final double[] left;
    private final double[] rightTransposed;

    LowRankRows(LowRankMatrix x) {
        n = x.n();
        r = x.rank();
        left = x.scaledLeft(1);
        rightTransposed = new double[r * n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < r; k++) {
                rightTransposed[k * n + j] = x.right()[j * r + k];
            }
        }
    }

    /** Multiply-adds for an entry. */
    int cost() {
        return r;
    }

    /** The rows from, ..., to - 1, one after the other. */
    void read(int from, int to, double[] out) {
        int i = from;
        for (; i + 3 < to; i += 4) {
            int at = i * r;
            ThinMatrix.multiply4(r, n, left, at, at + r, at + 2 * r, at + 3 * r, rightTransposed, out, (i - from) * n);
        }
        for (; i < to; i++) {
            ThinMatrix.multiply(r, n, left, i * r, rightTransposed, out, (i - from) * n);
        }
    }
}
