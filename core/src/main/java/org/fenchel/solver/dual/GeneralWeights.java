package org.fenchel.solver.dual;

import org.fenchel.data.Rows;
import org.fenchel.penalty.Penalty;

/**
 * With a penalty of which only its proximal operator is known, w = prox_(1/kappa)(v / kappa), all of it anew for each row: a row
 * costs d even when it is sparse.
 */
final class GeneralWeights implements DualWeights {
    private final Rows rows;
    private final Penalty penalty;
    private final double kappa;
    private final double[] scaled;
    private final double[] w;

    GeneralWeights(Rows rows, Penalty penalty, double kappa) {
        this.rows = rows;
        this.penalty = penalty;
        this.kappa = kappa;
        scaled = new double[rows.d()];
        w = new double[rows.d()];
        refresh();
    }

    @Override
    public double dot(int i) {
        return rows.dot(i, w);
    }

    @Override
    public void add(int i, double a) {
        rows.axpy(a / kappa, i, scaled);
        refresh();
    }

    @Override
    public void read(double[] out) {
        System.arraycopy(w, 0, out, 0, w.length);
    }

    @Override
    public void setV(double[] v) {
        for (int j = 0; j < v.length; j++) {
            scaled[j] = v[j] / kappa;
        }
        refresh();
    }

    @Override
    public double[] state() {
        return scaled;
    }

    @Override
    public double unit() {
        return kappa;
    }

    @Override
    public void refresh() {
        penalty.prox(scaled, 1 / kappa, w);
    }

    @Override
    public void addAll(double[] amounts) {
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] += amounts[j] / kappa;
        }
        refresh();
    }
}
