package org.fenchel.solver.lowrank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.solver.mirror.ProxSetup;

/**
 * A weighted mean of matrices of low rank. Factors are gathered side by side and brought back to orthonormal ones when there are many, or the
 * mean is asked for; what is dropped then is at most 1e-9 of the nuclear norm, and objectives are those of what is left.
 */
final class FactorMean implements ProxSetup.Mean<LowRankMatrix> {
    private static final double DROPPED = 1e-9;
    private static final int SPARE = 24;

    private final int m;
    private final int n;
    private final List<LowRankMatrix> pending = new ArrayList<>();
    private final List<Double> factors = new ArrayList<>();
    private LowRankMatrix sum;
    private double weights;
    private int width;

    FactorMean(int m, int n) {
        this.m = m;
        this.n = n;
        sum = LowRankMatrix.zero(m, n);
    }

    @Override
    public void add(double weight, LowRankMatrix x) {
        weights += weight;
        if (x.rank() == 0) {
            return;
        }
        pending.add(x);
        factors.add(weight);
        width += x.rank();
        if (width > 2 * sum.rank() + SPARE) {
            compress();
        }
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
        double[] scaled = Arrays.stream(sum.values()).map(v -> v / weights).toArray();
        return LowRankMatrix.decomposed(m, n, scaled, sum.left(), sum.right());
    }
}
