package org.fenchel.solver.proximal;

import org.fenchel.penalty.Separable;
import org.jspecify.annotations.Nullable;

/** A separable penalty: J is diagonal, 1 / (1 + step l2) on active columns and 0 elsewhere. */
final class SeparableStep implements PenaltyStep {
    private final Separable penalty;
    private final double @Nullable [] metric;
    private final int[] active;
    private int activeCount;
    private double eta;
    private long version;

    SeparableStep(Separable penalty, int d, double @Nullable [] metric) {
        this.penalty = penalty;
        this.metric = metric;
        active = new int[d];
    }

    private double step(int j) {
        return metric == null ? eta : eta * metric[j];
    }

    @Override
    public void prox(double[] q, int[] columns, int count, double newEta, double[] x) {
        boolean same = eta == newEta;
        eta = newEta;
        int found = 0;
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            double step = step(j);
            x[j] = penalty.prox(q[j], step);
            if (penalty.active(q[j], step)) {
                if (found >= activeCount || active[found] != j) {
                    same = false;
                    active[found] = j;
                }
                found++;
            }
        }
        if (!same || found != activeCount) {
            version++;
        }
        activeCount = found;
    }

    @Override
    public int activeCount() {
        return activeCount;
    }

    @Override
    public int[] active() {
        return active;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void addInverse(int order, double[] h) {
        for (int p = 0; p < activeCount; p++) {
            h[p * order + p] += 1 / step(active[p]) + penalty.l2();
        }
    }

    @Override
    public void addInverseTimes(double[] v, double[] out) {
        for (int p = 0; p < activeCount; p++) {
            int j = active[p];
            out[j] += (1 / step(j) + penalty.l2()) * v[j];
        }
    }

    @Override
    public void times(double[] v, double[] out) {
        for (int p = 0; p < activeCount; p++) {
            int j = active[p];
            double step = step(j);
            out[j] = step / (1 + step * penalty.l2()) * v[j];
        }
    }

    @Override
    public double value(int[] columns, int count, double[] x) {
        double absolute = 0;
        double squares = 0;
        for (int k = 0; k < count; k++) {
            double b = x[columns[k]];
            absolute += Math.abs(b);
            squares += b * b;
        }
        return penalty.l1() * absolute + penalty.l2() / 2 * squares;
    }
}
