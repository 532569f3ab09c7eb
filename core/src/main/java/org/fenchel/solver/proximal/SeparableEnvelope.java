package org.fenchel.solver.proximal;

import org.fenchel.penalty.Separable;
import org.jspecify.annotations.Nullable;

/** h(b) = l1 ||b||_1 on a box: D is diagonal, with 1 / nu more where w stays put at a kink or bound. */
final class SeparableEnvelope extends PenaltyEnvelope {
    private final Separable penalty;
    private final double l1;
    private final double low;
    private final double high;
    private final double[] centre;
    private final double[] multiplier;
    private final double[] bend;
    private final double[] point;

    SeparableEnvelope(Separable penalty, int d, double @Nullable [] metric) {
        super(penalty.l2(), metric);
        this.penalty = penalty;
        l1 = penalty.l1();
        low = penalty.low();
        high = penalty.high();
        centre = new double[d];
        multiplier = new double[d];
        bend = new double[d];
        point = new double[d];
    }

    @Override
    void choose(int[] newColumns, int columnCount) {
        super.choose(newColumns, columnCount);
        for (int k = 0; k < count; k++) {
            centre[columns[k]] = 0;
        }
    }

    private double nearest(double z, double step) {
        double threshold = step * l1;
        double soft = z > threshold ? z - threshold : z < -threshold ? z + threshold : 0;
        return Math.min(Math.max(soft, low), high);
    }

    @Override
    void evaluate(double[] x) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            double step = nu * factor(j);
            double z = x[j] + step * centre[j];
            double w = nearest(z, step);
            point[j] = w;
            multiplier[j] = (z - w) / step;
            boolean free = low < w && w < high && (w != 0 || l1 == 0);
            bend[j] = free ? 0 : 1 / step;
        }
    }

    @Override
    void addGradient(double[] x, double[] gradient) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            gradient[j] += squaresSlope(j, x[j]) + multiplier[j];
        }
    }

    @Override
    double value(double[] x, double t, double[] dx) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            double step = nu * factor(j);
            double z = x[j] + t * dx[j] + step * centre[j];
            double w = nearest(z, step);
            sum += l1 * Math.abs(w) + (z - w) * (z - w) / (2 * step) - step * centre[j] * centre[j] / 2;
        }
        return sum;
    }

    @Override
    void addTo(int order, double[] h) {
        for (int k = 0; k < count; k++) {
            h[k * order + k] += modulus(columns[k]) + bend[columns[k]];
        }
    }

    @Override
    void addTimes(double[] v, double[] out) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            out[j] += (modulus(j) + bend[j]) * v[j];
        }
    }

    @Override
    void addDiagonal(double[] out) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            out[j] += modulus(j) + bend[j];
        }
    }

    @Override
    void solve(double[] v, double[] out) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            out[j] = v[j] / (modulus(j) + bend[j]);
        }
    }

    @Override
    void recentre() {
        for (int k = 0; k < count; k++) {
            centre[columns[k]] = multiplier[columns[k]];
        }
    }

    @Override
    double movement() {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            double off = multiplier[j] - centre[j];
            sum += nu * factor(j) * off * off / 2;
        }
        return sum;
    }

    @Override
    double[] point(double[] x) {
        return point;
    }

    @Override
    void prox(double[] q, double[] out) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            out[j] = penalty.prox(q[j], eta * factor(j));
        }
    }
}
