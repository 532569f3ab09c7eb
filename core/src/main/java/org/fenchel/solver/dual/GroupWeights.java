package org.fenchel.solver.dual;

import java.util.Arrays;
import org.fenchel.data.DenseRows;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.penalty.GroupL2;

/**
 * With norms of groups, w_j = v_j max(1 - w_g / ||v_g||, 0) / modulus: each group keeps its squared norm, so that a sparse row
 * costs its entries and one root for each.
 */
final class GroupWeights implements DualWeights {
    private final Rows rows;
    private final double modulus;
    private final boolean nonNegative;
    private final int[] groupOf;
    private final double[] thresholds;
    private final double[] v;
    private final double[] squares;
    private final double[] factors;

    GroupWeights(Rows rows, GroupL2 penalty, double modulus) {
        this.rows = rows;
        this.modulus = modulus;
        nonNegative = penalty.forbidsNegative();
        groupOf = new int[rows.d()];
        thresholds = new double[penalty.groups()];
        for (int g = 0; g < thresholds.length; g++) {
            thresholds[g] = penalty.weight(g);
            for (int j : penalty.columns(g)) {
                groupOf[j] = g;
            }
        }
        v = new double[rows.d()];
        squares = new double[thresholds.length];
        factors = new double[thresholds.length];
        refresh();
    }

    private double part(double x) {
        return nonNegative && x < 0 ? 0 : x;
    }

    private void refactor(int g) {
        double threshold = thresholds[g];
        double length = squares[g] > 0 ? Math.sqrt(squares[g]) : 0;
        factors[g] = threshold == 0 ? 1 / modulus : length > threshold ? (1 - threshold / length) / modulus : 0;
    }

    @Override
    public double dot(int i) {
        double sum = 0;
        if (rows instanceof DenseRows dense) {
            double[] values = dense.values();
            int from = i * v.length;
            for (int j = 0; j < v.length; j++) {
                sum += values[from + j] * part(v[j]) * factors[groupOf[j]];
            }
        } else if (rows instanceof SparseRows sparse) {
            for (int t = sparse.starts()[i], end = sparse.starts()[i + 1]; t < end; t++) {
                int j = sparse.columns()[t];
                sum += sparse.values()[t] * part(v[j]) * factors[groupOf[j]];
            }
        } else {
            IndicatorRows indicators = (IndicatorRows) rows;
            for (int t = indicators.starts()[i], end = indicators.starts()[i + 1]; t < end; t++) {
                int j = indicators.columns()[t];
                sum += part(v[j]) * factors[groupOf[j]];
            }
        }
        return sum;
    }

    @Override
    public void add(int i, double a) {
        if (rows instanceof DenseRows dense) {
            double[] values = dense.values();
            int from = i * v.length;
            for (int j = 0; j < v.length; j++) {
                move(j, a * values[from + j]);
            }
            for (int g = 0; g < factors.length; g++) {
                refactor(g);
            }
        } else if (rows instanceof SparseRows sparse) {
            int from = sparse.starts()[i];
            int to = sparse.starts()[i + 1];
            for (int t = from; t < to; t++) {
                move(sparse.columns()[t], a * sparse.values()[t]);
            }
            for (int t = from; t < to; t++) {
                refactor(groupOf[sparse.columns()[t]]);
            }
        } else {
            IndicatorRows indicators = (IndicatorRows) rows;
            int from = indicators.starts()[i];
            int to = indicators.starts()[i + 1];
            for (int t = from; t < to; t++) {
                move(indicators.columns()[t], a);
            }
            for (int t = from; t < to; t++) {
                refactor(groupOf[indicators.columns()[t]]);
            }
        }
    }

    private void move(int j, double by) {
        double before = part(v[j]);
        v[j] += by;
        double after = part(v[j]);
        squares[groupOf[j]] += (after - before) * (after + before);
    }

    @Override
    public void read(double[] out) {
        for (int j = 0; j < v.length; j++) {
            out[j] = part(v[j]) * factors[groupOf[j]];
        }
    }

    @Override
    public void setV(double[] newV) {
        System.arraycopy(newV, 0, v, 0, v.length);
        refresh();
    }

    @Override
    public double[] state() {
        return v;
    }

    @Override
    public double unit() {
        return 1;
    }

    /** Sums the squares anew: differences of squares leave rounding behind. */
    @Override
    public void refresh() {
        Arrays.fill(squares, 0);
        for (int j = 0; j < v.length; j++) {
            double x = part(v[j]);
            squares[groupOf[j]] += x * x;
        }
        for (int g = 0; g < factors.length; g++) {
            refactor(g);
        }
    }

    @Override
    public void addAll(double[] amounts) {
        for (int j = 0; j < v.length; j++) {
            v[j] += amounts[j];
        }
        refresh();
    }
}
