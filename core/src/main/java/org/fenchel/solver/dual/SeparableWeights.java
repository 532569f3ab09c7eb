package org.fenchel.solver.dual;

import org.fenchel.data.DenseRows;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.penalty.Separable;

/** With l1 or bounds, w_j = clamp(soft(v_j, l1) / modulus) is computed when it is read: v is kept. */
final class SeparableWeights implements DualWeights {
    private final Rows rows;
    private final double l1;
    private final double low;
    private final double high;
    private final double scale;
    private final double[] v;

    SeparableWeights(Rows rows, Separable penalty, double modulus) {
        this.rows = rows;
        l1 = penalty.l1();
        low = penalty.low();
        high = penalty.high();
        scale = 1 / modulus;
        v = new double[rows.d()];
    }

    private double weight(int j) {
        double x = v[j];
        double soft = x > l1 ? x - l1 : x < -l1 ? x + l1 : 0;
        return Math.min(Math.max(soft * scale, low), high);
    }

    @Override
    public double dot(int i) {
        if (rows instanceof DenseRows dense) {
            double[] values = dense.values();
            int d = v.length;
            int from = i * d;
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += values[from + j] * weight(j);
            }
            return sum;
        }
        if (rows instanceof SparseRows sparse) {
            int[] columns = sparse.columns();
            double[] values = sparse.values();
            double sum = 0;
            for (int t = sparse.starts()[i], end = sparse.starts()[i + 1]; t < end; t++) {
                sum += values[t] * weight(columns[t]);
            }
            return sum;
        }
        IndicatorRows indicators = (IndicatorRows) rows;
        int[] columns = indicators.columns();
        double sum = 0;
        for (int t = indicators.starts()[i], end = indicators.starts()[i + 1]; t < end; t++) {
            sum += weight(columns[t]);
        }
        return sum;
    }

    @Override
    public void add(int i, double a) {
        rows.axpy(a, i, v);
    }

    @Override
    public void read(double[] out) {
        for (int j = 0; j < v.length; j++) {
            out[j] = weight(j);
        }
    }

    @Override
    public void setV(double[] newV) {
        System.arraycopy(newV, 0, v, 0, v.length);
    }

    @Override
    public double[] state() {
        return v;
    }

    @Override
    public double unit() {
        return 1;
    }

    @Override
    public void refresh() {
        // weights are computed when they are read
    }

    @Override
    public void addAll(double[] amounts) {
        for (int j = 0; j < v.length; j++) {
            v[j] += amounts[j];
        }
    }
}
