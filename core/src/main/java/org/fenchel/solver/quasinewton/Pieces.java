package org.fenchel.solver.quasinewton;

import java.util.Arrays;
import org.fenchel.penalty.Separable;

/**
 * For each coordinate of a point the piece of a separable penalty that it lies on or leaves for: an interval between bounds and
 * kinks, on which the penalty is {@code tilt b + l2/2 b^2}. A weight at 0 that no small move makes better stays there: its
 * piece is the point. On the pieces together the problem is smooth with bounds; weights change their sign by way of 0.
 *
 * <p>Source: G. Andrew and J. Gao, "Scalable training of L1-regularized log-linear models", ICML (2007), the choice of the orthant.
 */
final class Pieces {
    private final Separable penalty;
    private final int weights;
    private final boolean kinked;
    private final double[] low;
    private final double[] high;
    private final double[] tilt;

    /**
     * @param weights the coordinates the penalty is on, the first ones
     * @param size all coordinates
     */
    Pieces(Separable penalty, int weights, int size) {
        this.penalty = penalty;
        this.weights = weights;
        kinked = penalty.l1() > 0;
        low = new double[size];
        high = new double[size];
        tilt = new double[size];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        Arrays.fill(low, 0, weights, penalty.low());
        Arrays.fill(high, 0, weights, penalty.high());
    }

    /**
     * Chooses them.
     *
     * @param x the point, within the penalty's bounds
     * @param gradient of mean loss and l2 there
     */
    void choose(double[] x, double[] gradient) {
        if (!kinked) {
            return;
        }
        double l1 = penalty.l1();
        for (int j = 0; j < weights; j++) {
            boolean up = x[j] > 0 || x[j] == 0 && gradient[j] < -l1 && penalty.high() > 0;
            boolean down = x[j] < 0 || x[j] == 0 && gradient[j] > l1 && penalty.low() < 0;
            low[j] = down ? penalty.low() : Math.max(penalty.low(), 0);
            high[j] = up ? penalty.high() : Math.min(penalty.high(), 0);
            tilt[j] = up ? l1 : down ? -l1 : 0;
        }
    }

    /** The slope of the penalty's part without l2 on the piece. */
    double tilt(int j) {
        return tilt[j];
    }

    double low(int j) {
        return low[j];
    }

    double high(int j) {
        return high[j];
    }

    /** The nearest point of the piece. */
    double clamp(double v, int j) {
        return Math.min(Math.max(v, low[j]), high[j]);
    }
}
