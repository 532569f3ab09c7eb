package org.fenchel.problem;

import org.fenchel.loss.Loss;

/**
 * Makes duals feasible: each inside its loss's dual interval, and, for a problem with an intercept, with a weighted sum of 0.
 * The sum is mended by one common shift, clamped to the intervals, found by bisection: the sum is monotone in the shift.
 */
final class DualRepair {
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
        double sum = shiftedSum(duals, 0);
        double shift = 0;
        if (balance && sum != 0) {
            double side = -Math.signum(sum);
            double stride = Math.abs(sum);
            double inner = 0;
            double outer = side * stride;
            while (shiftedSum(duals, outer) * side < 0) {
                inner = outer;
                stride *= 2;
                outer = side * stride;
                if (stride > 1e30) {
                    return false;
                }
            }
            shift = outer;
            for (int iteration = 0; iteration < 120; iteration++) {
                double middle = inner + (outer - inner) / 2;
                if (middle == inner || middle == outer) {
                    break;
                }
                double now = shiftedSum(duals, middle);
                if (now * side < 0) {
                    inner = middle;
                } else {
                    outer = middle;
                    shift = outer;
                    if (now == 0) {
                        break;
                    }
                }
            }
        }
        for (int i = 0; i < duals.length; i++) {
            duals[i] = clamp(duals[i] + shift, i);
        }
        return true;
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

    private double shiftedSum(double[] duals, double shift) {
        double sum = 0;
        for (int i = 0; i < duals.length; i++) {
            sum += shares[i] * clamp(duals[i] + shift, i);
        }
        return sum;
    }

    private double clamp(double dual, int i) {
        return Math.min(Math.max(dual, low[i]), high[i]);
    }
}
