package org.fenchel.problem.lowrank;

import java.util.Arrays;
import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.Shards;
import org.fenchel.kernel.Tall;
import org.fenchel.kernel.ThinMatrix;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.LowRankMatrix;

/**
 * A matrix that is sparse, with numbers at the places of the observed entries, plus one of low rank; never formed. A product with k
 * vectors costs k (N + r (m + n)) multiply-adds; products are counted.
 */
public final class SparsePlusLowRank implements LinearMap {
    private final ObservedEntries places;
    private final double[] byRow;
    private final double[] byColumn;
    private LowRankMatrix lowRank;
    private double factor;
    private double[] scaled = new double[0];
    private long products;

    /** The matrix of zeros. */
    public SparsePlusLowRank(ObservedEntries places) {
        this.places = places;
        byRow = new double[places.count()];
        byColumn = new double[places.count()];
        lowRank = LowRankMatrix.zero(places.m(), places.n());
    }

    /**
     * Becomes another matrix, {@code lowFactor L + sparseFactor P's}.
     *
     * @param sparse a number for each observed entry; copied
     */
    public void set(double lowFactor, LowRankMatrix low, double sparseFactor, double[] sparse) {
        lowRank = low;
        factor = lowFactor;
        scaled = low.rank() == 0 || lowFactor == 0 ? new double[0] : low.scaledLeft(lowFactor);
        int[] position = places.position();
        for (int e = 0; e < sparse.length; e++) {
            byRow[e] = sparseFactor * sparse[e];
        }
        for (int e = 0; e < sparse.length; e++) {
            byColumn[e] = byRow[position[e]];
        }
    }

    @Override
    public int m() {
        return places.m();
    }

    @Override
    public int n() {
        return places.n();
    }

    /** Products with single vectors so far, those with the transpose included. */
    public long products() {
        return products;
    }

    @Override
    public void multiply(int k, double[] x, double[] out) {
        products += k;
        double[] inner = scaled.length == 0 ? scaled : Tall.cross(n(), rank(), k, lowRank.right(), x);
        product(m(), k, places.rowStart(), places.column(), byRow, x, scaled, inner, out);
    }

    @Override
    public void transposed(int k, double[] y, double[] out) {
        products += k;
        double[] inner = scaled.length == 0 ? scaled : Tall.cross(m(), rank(), k, scaled, y);
        double[] right = scaled.length == 0 ? scaled : lowRank.right();
        product(n(), k, places.columnStart(), places.row(), byColumn, y, right, inner, out);
    }

    private int rank() {
        return lowRank.rank();
    }

    /** out = sparse x + factor inner, row by row. */
    private void product(
            int rows,
            int k,
            int[] start,
            int[] index,
            double[] values,
            double[] x,
            double[] rowFactor,
            double[] inner,
            double[] out) {
        int r = rowFactor.length == 0 ? 0 : rank();
        int shards = Shards.count((double) k * (places.count() + (double) rows * r));
        Shards.run(shards, shard -> {
            double[] row = new double[k];
            int end = Shards.start(shard + 1, shards, rows);
            for (int i = Shards.start(shard, shards, rows); i < end; i++) {
                if (k == 1) {
                    double sum = Vectors.gatherDot(index, values, start[i], start[i + 1], x);
                    out[i] = r == 0 ? sum : sum + Vectors.dot(r, rowFactor, i * r, inner, 0);
                    continue;
                }
                if (start[i] == start[i + 1]) {
                    Arrays.fill(out, i * k, i * k + k, 0);
                } else {
                    ThinMatrix.gather(k, index, values, start[i], start[i + 1], x, out, i * k);
                }
                if (r > 0) {
                    ThinMatrix.multiply(r, k, rowFactor, i * r, inner, row, 0);
                    for (int c = 0; c < k; c++) {
                        out[i * k + c] += row[c];
                    }
                }
            }
        });
    }

    /** Whether there is no part of low rank. */
    boolean isSparse() {
        return scaled.length == 0;
    }

    /**
     * The lower triangle of minus A'A or AA', whichever is smaller, for a sparse A. Cost: half the sum of the squared numbers of entries in each row, or
     * column.
     *
     * @param out k x k numbers, k the smaller side; added to
     */
    void subtractGram(double[] out) {
        boolean wide = n() > m();
        int k = wide ? m() : n();
        int[] start = wide ? places.columnStart() : places.rowStart();
        int[] index = wide ? places.row() : places.column();
        double[] value = wide ? byColumn : byRow;
        for (int line = 0; line + 1 < start.length; line++) {
            for (int a = start[line]; a < start[line + 1]; a++) {
                int row = index[a] * k;
                double by = -value[a];
                for (int b = start[line]; b <= a; b++) {
                    out[row + index[b]] += by * value[b];
                }
            }
        }
    }
}
