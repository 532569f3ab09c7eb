package org.fenchel.solver.lowrank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.solver.mirror.ProxSetup;

/**
 * A weighted mean of matrices of low rank. Factors are gathered side by side and brought back to orthonormal ones when there are many, or the
 * mean is asked for, but for matrices of at most 2 MB, whose sum is kept as it is; what is dropped then is at most 1e-9 of the nuclear norm, and objectives are those of what is left.
 */
final class FactorMean implements ProxSetup.Mean<LowRankMatrix> {
    private static final double DROPPED = 1e-9;
    private static final int SPARE = 24;
    private static final int SMALL = 1 << 18;

    private final int m;
    private final int n;
    private final List<LowRankMatrix> pending = new ArrayList<>();
    private final List<Double> factors = new ArrayList<>();
    private LowRankMatrix sum;
    private double weights;
    private int width;
    /** The smaller side's rows after each other, where the matrix is small; otherwise empty. */
    private final double[] dense;

    FactorMean(int m, int n) {
        this.m = m;
        this.n = n;
        sum = LowRankMatrix.zero(m, n);
        dense = new double[(long) m * n <= SMALL ? m * n : 0];
    }

    @Override
    public void add(double weight, LowRankMatrix x) {
        weights += weight;
        if (x.rank() == 0) {
            return;
        }
        if (dense.length > 0) {
            addDense(x.rank(), x.scaledLeft(weight), x.right());
            return;
        }
        pending.add(x);
        factors.add(weight);
        width += x.rank();
        if (width > 2 * sum.rank() + SPARE) {
            compress();
        }
    }

    /** The matrix, or its transpose where that has fewer columns. */
    private void addDense(int r, double[] left, double[] right) {
        double[] tall = m >= n ? left : right;
        double[] wide = m >= n ? right : left;
        int rows = Math.max(m, n);
        int columns = Math.min(m, n);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                dense[i * columns + j] += Vectors.dot(r, tall, i * r, wide, j * r);
            }
        }
    }

    private LowRankMatrix fromDense() {
        int k = Math.min(m, n);
        double[] unit = new double[k * k];
        for (int i = 0; i < k; i++) {
            unit[i * k + i] = 1;
        }
        LowRankMatrix all =
                m >= n ? LowRankMatrix.product(m, n, k, dense, unit) : LowRankMatrix.product(m, n, k, unit, dense);
        return all.truncated(DROPPED * all.nuclearNorm());
    }

    private void compress() {
        if (pending.isEmpty()) {
            return;
        }
        pending.add(sum);
        factors.add(1.0);
        int k = width + sum.rank();
        double[] left = new double[m * k];
        double[] right = new double[n * k];
        int at = 0;
        for (int p = 0; p < pending.size(); p++) {
            LowRankMatrix x = pending.get(p);
            place(m, x.rank(), x.scaledLeft(factors.get(p)), k, at, left);
            place(n, x.rank(), x.right(), k, at, right);
            at += x.rank();
        }
        sum = LowRankMatrix.product(m, n, k, left, right);
        sum = sum.truncated(DROPPED * sum.nuclearNorm());
        pending.clear();
        factors.clear();
        width = 0;
    }

    private static void place(int rows, int r, double[] from, int k, int at, double[] to) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(from, i * r, to, i * k + at, r);
        }
    }

    @Override
    public LowRankMatrix value() {
        compress();
        if (dense.length > 0) {
            sum = fromDense();
        }
        double[] scaled = Arrays.stream(sum.values()).map(v -> v / weights).toArray();
        return LowRankMatrix.decomposed(m, n, scaled, sum.left(), sum.right());
    }
}
