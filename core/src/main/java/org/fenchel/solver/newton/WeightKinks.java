package org.fenchel.solver.newton;

import org.fenchel.penalty.Separable;

/** h(b) = l1 ||b||_1 for b within bounds. */
final class WeightKinks extends Kinks {
    private final int weights;
    private final double l1;
    private final double low;
    private final double high;
    private double[] y = new double[0];

    WeightKinks(Separable penalty, int weights, int size) {
        super(size);
        this.weights = weights;
        l1 = penalty.l1();
        low = penalty.low();
        high = penalty.high();
    }

    @Override
    void even(double[] metric) {
        // any will do
    }

    @Override
    void prox(double[] v, double scale, double[] metric, double[] out) {
        for (int j = 0; j < weights; j++) {
            double threshold = l1 / (scale * metric[j]);
            double to = v[j] > threshold ? v[j] - threshold : v[j] < -threshold ? v[j] + threshold : 0;
            out[j] = Math.min(Math.max(to, low), high);
        }
        System.arraycopy(v, weights, out, weights, out.length - weights);
    }

    @Override
    double change(double[] from, double[] slope, double[] move) {
        double sum = 0;
        for (int j = 0; j < move.length; j++) {
            double to = from[j] + move[j];
            boolean sameSide = from[j] > 0 ? to >= 0 : from[j] < 0 && to <= 0;
            if (j >= weights) {
                sum += slope[j] * move[j];
            } else if (sameSide) {
                sum += (slope[j] + Math.copySign(l1, from[j])) * move[j];
            } else {
                sum += slope[j] * move[j] + l1 * (Math.abs(to) - Math.abs(from[j]));
            }
        }
        return sum;
    }

    @Override
    void at(double[] newY) {
        y = newY;
        boolean[] free = free();
        for (int j = 0; j < weights; j++) {
            free[j] = y[j] > low && y[j] < high && (y[j] != 0 || l1 == 0);
        }
    }

    @Override
    void addSlope(double[] slope) {
        boolean[] free = free();
        for (int j = 0; j < weights; j++) {
            slope[j] += free[j] && l1 > 0 ? Math.copySign(l1, y[j]) : 0;
        }
    }

    private double lowEnd(int j) {
        return l1 > 0 && y[j] > 0 ? Math.max(0, low) : low;
    }

    private double highEnd(int j) {
        return l1 > 0 && y[j] < 0 ? Math.min(0, high) : high;
    }

    @Override
    double farthest(double[] z) {
        boolean[] free = free();
        double t = Double.POSITIVE_INFINITY;
        for (int j = 0; j < weights; j++) {
            if (free[j] && z[j] < 0) {
                t = Math.min(t, (lowEnd(j) - y[j]) / z[j]);
            } else if (free[j] && z[j] > 0) {
                t = Math.min(t, (highEnd(j) - y[j]) / z[j]);
            }
        }
        return t;
    }

    @Override
    void bend(double[] point) {
        boolean[] free = free();
        for (int j = 0; j < weights; j++) {
            if (free[j]) {
                point[j] = Math.min(Math.max(point[j], lowEnd(j)), highEnd(j));
            }
        }
    }
}
