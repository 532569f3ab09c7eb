package org.fenchel.solver.smooth;

import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Vectors;
import org.fenchel.penalty.Separable;

/**
 * Minimises a quadratic model plus l1 norm and bounds,
 *
 * <pre>min_dx  dx'H dx / 2 - b'dx + l1 ||x + dx||_1   with low at most x + dx at most high,</pre>
 *
 * by cyclic coordinate descent, which finds out the coordinates that stay at kinks and bounds, and Newton steps (Cholesky) in
 * the space of the others, which is exact once they are known. Rows of H beyond the penalised ones (the intercept) are free.
 *
 * <p>Cost: order^2 multiply-adds a sweep, order^3 / 6 a Newton step.
 */
public final class PenalisedQuadratic {
    private static final int MOST_ROUNDS = 50;
    private static final int SWEEPS = 6;

    private final double l1;
    private final double low;
    private final double high;
    private double[] slope = new double[0];
    private double[] at = new double[0];
    private double[] small = new double[0];
    private double[] move = new double[0];
    private int[] loose = new int[0];

    /** With the l1 norm and the bounds of this penalty; its l2 is for the caller to add to H. */
    public PenalisedQuadratic(Separable penalty) {
        l1 = penalty.l1();
        low = penalty.low();
        high = penalty.high();
    }

    /** Whether a weight x would move down the slope of the smooth part: where not, it stays where it is. */
    public boolean moves(double x, double slope) {
        if (x == 0 && low < 0 && high > 0) {
            return Math.abs(slope) > l1;
        }
        if (x <= low) {
            return slope + l1 * Math.signum(x) < 0 || (x == 0 && slope + l1 < 0);
        }
        if (x >= high) {
            return slope + l1 * Math.signum(x) > 0 || (x == 0 && slope - l1 > 0);
        }
        return true;
    }

    /**
     * Solves for dx.
     *
     * @param number how many of the leading coordinates are penalised
     * @param columns the column of each penalised coordinate, by which x and dx are indexed
     * @param h lower triangle of order {@code order}; its upper triangle is overwritten
     * @param b negative gradient of the smooth part
     * @param x where the model was made
     * @param dx receives the direction
     * @param accuracy relative accuracy of the solution
     * @return the direction of the unpenalised coordinate, 0 where there is none
     */
    public double minimise(
            int order, int number, int[] columns, double[] h, double[] b, double[] x, double[] dx, double accuracy) {
        if (at.length < order) {
            slope = new double[order];
            at = new double[order];
            move = new double[order];
            loose = new int[order];
        }
        for (int i = 0; i < order; i++) {
            slope[i] = -b[i];
            at[i] = i < number ? x[columns[i]] : 0;
            for (int j = 0; j < i; j++) {
                h[j * order + i] = h[i * order + j];
            }
        }
        double first = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double gained = 0;
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                gained = sweep(order, number, h);
                first = Math.max(first, gained);
                if (gained <= accuracy * accuracy * first) {
                    break;
                }
            }
            if (gained <= accuracy * accuracy * first || !newton(order, number, h)) {
                break;
            }
        }
        for (int i = 0; i < number; i++) {
            dx[columns[i]] = at[i] - x[columns[i]];
        }
        return order > number ? at[number] : 0;
    }

    /** One sweep; returns a bound of what it has gained in the model's value. */
    private double sweep(int order, int number, double[] h) {
        double gained = 0;
        for (int i = 0; i < order; i++) {
            double bend = h[i * order + i];
            double to = at[i] - slope[i] / bend;
            if (i < number) {
                double threshold = l1 / bend;
                to = to > threshold ? to - threshold : to < -threshold ? to + threshold : 0;
                to = Math.min(Math.max(to, low), high);
            }
            double change = to - at[i];
            if (change != 0) {
                at[i] = to;
                Vectors.axpy(order, change, h, i * order, slope, 0);
                gained += bend * change * change;
            }
        }
        return gained;
    }

    /** A Newton step among the coordinates away from kinks and bounds, cut off at the first it meets. */
    private boolean newton(int order, int number, double[] h) {
        int count = 0;
        for (int i = 0; i < order; i++) {
            double value = at[i];
            if (i >= number || (value > low && value < high && (value != 0 || l1 == 0))) {
                loose[count++] = i;
            }
        }
        if (count == 0) {
            return true;
        }
        if (small.length < count * count) {
            small = new double[count * count];
        }
        for (int p = 0; p < count; p++) {
            int i = loose[p];
            for (int q = 0; q <= p; q++) {
                small[p * count + q] = h[i * order + loose[q]];
            }
            move[p] = -slope[i] - (i < number ? l1 * Math.signum(at[i]) : 0);
        }
        if (!Symmetric.cholesky(count, small)) {
            return false;
        }
        Symmetric.solve(count, small, move);
        double t = 1;
        for (int p = 0; p < count; p++) {
            int i = loose[p];
            if (i < number) {
                double floor = l1 > 0 && at[i] > 0 ? Math.max(0, low) : low;
                double ceiling = l1 > 0 && at[i] < 0 ? Math.min(0, high) : high;
                if (at[i] + t * move[p] < floor) {
                    t = (floor - at[i]) / move[p];
                } else if (at[i] + t * move[p] > ceiling) {
                    t = (ceiling - at[i]) / move[p];
                }
            }
        }
        for (int p = 0; p < count; p++) {
            int i = loose[p];
            double change = t * move[p];
            at[i] += change;
            Vectors.axpy(order, change, h, i * order, slope, 0);
        }
        return true;
    }
}
