package org.fenchel.problem;

import org.fenchel.loss.Loss;

/**
 * The exact minimiser over the intercept: argmin_c sum_i w_i l(z_i + c, y_i), a convex function of one unknown.
 *
 * <p>Newton's method inside a shrinking bracket of the derivative's sign change, bisection where Newton leaves the bracket or
 * the loss has kinks. Cost: one evaluation of all losses an iteration, about four iterations for smooth losses near the answer
 * and sixty for losses with kinks.
 */
final class ExactIntercept {
    private final Loss loss;
    private final double[] targets;
    private final double[] shares;
    private final double[] margins;
    private final double[] first;
    private final double[] second;
    private double slope;
    private double curvature;

    ExactIntercept(FiniteSum problem) {
        loss = problem.loss();
        targets = problem.targets();
        shares = problem.shares();
        margins = new double[problem.n()];
        first = new double[problem.n()];
        second = new double[problem.n()];
    }

    /**
     * Finds the minimiser.
     *
     * @param z margins without intercept, length n
     * @param guess where to begin
     * @return the minimiser; infinite when the sum has none (it then falls for ever in that direction)
     */
    double minimise(double[] z, double guess) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < z.length; i++) {
            low = Math.max(low, loss.domainLow(targets[i]) - z[i]);
        }
        double c = guess > low ? guess : low + 1;
        if (!(c > low)) {
            c = low + Math.abs(low) * 1e-9;
        }
        double stride = Math.max(1e-3, Math.abs(c) * 1e-3);
        for (int iteration = 0; iteration < 400; iteration++) {
            evaluate(z, c);
            // what is left to gain, slope^2 / (2 curvature), is far below the rounding of the objective
            if (Math.abs(slope) <= 1e-13) {
                return c;
            }
            if (slope < 0) {
                low = c;
            } else {
                high = c;
            }
            double next = curvature > 0 ? c - slope / curvature : Double.NaN;
            if (Double.isInfinite(low) || Double.isInfinite(high)) {
                // no bracket yet: stride on, ever faster, unless Newton goes further by a sensible amount
                double stepped = slope < 0 ? c + stride : c - stride;
                stride *= 4;
                boolean newton = Math.abs(next - c) <= stride && next > low && next < high;
                next = newton ? next : stepped;
                if (!(next > low && next < high)) {
                    next = slope < 0 ? Math.min((c + high) / 2, stepped) : Math.max((c + low) / 2, stepped);
                }
                if (Math.abs(next) > 1e15) {
                    return slope < 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
                }
            } else if (!(next > low && next < high) || !loss.differentiable() || iteration % 8 == 7) {
                next = low + (high - low) / 2;
            }
            if (Math.abs(next - c) <= 1e-15 * (Math.abs(c) + 1e-3) || next == low || next == high) {
                return next;
            }
            c = next;
        }
        return c;
    }

    private void evaluate(double[] z, double c) {
        int n = z.length;
        for (int i = 0; i < n; i++) {
            margins[i] = z[i] + c;
        }
        loss.derivatives(n, margins, targets, first, second);
        double s = 0;
        double t = 0;
        for (int i = 0; i < n; i++) {
            s += shares[i] * first[i];
            t += shares[i] * second[i];
        }
        slope = s;
        curvature = t;
    }
}
