package org.fenchel.problem;

import org.fenchel.loss.Loss;

/**
 * Makes duals feasible: each inside its loss's dual interval, and, for a problem with an intercept, with a weighted sum of 0.
 * The sum is mended by one common shift, clamped to the intervals.
 */
final class DualRepair {
    /** A weighted sum of duals that is rounding: shares add up to 1. */
    private static final double ROUNDING = 1e-16;

    private final double[] shares;
    private final double[] low;
    private final double[] high;
    private final boolean balance;

    DualRepair(FiniteSum problem) {
        shares = problem.shares();
        balance = problem.intercept();
        Loss loss = problem.loss();
        int n = problem.n();
        low = new double[n];
        high = new double[n];
        for (int i = 0; i < n; i++) {
            low[i] = loss.dualLow(problem.targets()[i]);
            high[i] = loss.dualHigh(problem.targets()[i]);
        }
    }

    /**
     * Repairs in place.
     *
     * @return whether feasible duals with a sum of 0 exist at all
     */
    boolean repair(double[] duals) {
        double shift = balance ? balancingShift(duals) : 0;
        if (Double.isNaN(shift)) {
            return false;
        }
        for (int i = 0; i < duals.length; i++) {
            duals[i] = clamp(duals[i] + shift, i);
        }
        return true;
    }

    /**
     * The shift after which the clamped duals have a weighted sum of 0; NaN when there is none. The sum grows piecewise linearly
     * with the shift, so Newton's method inside a bracket takes a few sweeps.
     */
    private double balancingShift(double[] duals) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double shift = 0;
        double stride = 0;
        for (int iteration = 0; iteration < 300; iteration++) {
            double sum = 0;
            double slope = 0;
            for (int i = 0; i < duals.length; i++) {
                double moved = duals[i] + shift;
                if (moved < this.low[i]) {
                    sum += shares[i] * this.low[i];
                } else if (moved > this.high[i]) {
                    sum += shares[i] * this.high[i];
                } else {
                    sum += shares[i] * moved;
                    slope += shares[i];
                }
            }
            if (Math.abs(sum) <= ROUNDING) {
                return shift;
            }
            if (sum < 0) {
                low = shift;
            } else {
                high = shift;
            }
            double next = slope > 0 ? shift - sum / slope : Double.NaN;
            if (!(low < next && next < high)) {
                stride = Math.max(2 * stride, Math.abs(sum));
                boolean open = Double.isInfinite(low) || Double.isInfinite(high);
                next = open ? shift - Math.signum(sum) * stride : low + (high - low) / 2;
                if (Math.abs(next) > 1e30) {
                    return Double.NaN;
                }
                if (next == low || next == high) {
                    return next;
                }
            }
            shift = next;
        }
        return shift;
    }

    /** Whether every dual interval contains 0, so that duals may be scaled down. */
    boolean mayScale() {
        for (int i = 0; i < low.length; i++) {
            if (low[i] > 0 || high[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private double clamp(double dual, int i) {
        return Math.min(Math.max(dual, low[i]), high[i]);
    }
}
