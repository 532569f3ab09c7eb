package org.fenchel.solver.dual;

import org.fenchel.data.Rows;
import org.fenchel.penalty.Separable;

/** With l2 alone w = v / modulus, and w itself is kept. */
final class PlainWeights implements DualWeights {
    private final Rows rows;
    private final double scale;
    private final double[] w;

    PlainWeights(Rows rows, double modulus) {
        this.rows = rows;
        scale = 1 / modulus;
        w = new double[rows.d()];
    }

    /** Whether the penalty is l2 alone. */
    static boolean suit(Separable penalty) {
        return penalty.l1() == 0
                && penalty.low() == Double.NEGATIVE_INFINITY
                && penalty.high() == Double.POSITIVE_INFINITY;
    }

    @Override
    public double dot(int i) {
        return rows.dot(i, w);
    }

    @Override
    public void add(int i, double a) {
        rows.axpy(a * scale, i, w);
    }

    @Override
    public void read(double[] out) {
        System.arraycopy(w, 0, out, 0, w.length);
    }

    @Override
    public void setV(double[] v) {
        for (int j = 0; j < w.length; j++) {
            w[j] = v[j] * scale;
        }
    }

    @Override
    public double[] state() {
        return w;
    }

    @Override
    public double unit() {
        return 1 / scale;
    }

    @Override
    public void refresh() {
        // w is the state
    }

    @Override
    public void addAll(double[] amounts) {
        for (int j = 0; j < w.length; j++) {
            w[j] += amounts[j] * scale;
        }
    }
}
