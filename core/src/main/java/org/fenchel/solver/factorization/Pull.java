package org.fenchel.solver.factorization;

import org.fenchel.loss.Loss;

/**
 * The pull of a proximal step: the a with -a / s in the subdifferential of the loss at phi(a), for a row of scale s. Each iteration
 * replaces phi by its tangent, which leaves a proximal step on a linear score, and so asks the loss for nothing but its prox. That is
 * Newton's method for generalized equations (N. Josephy, 1979): quadratic convergence, also where losses have kinks; a bracket keeps
 * it where the curve is defined.
 */
final class Pull {
    private static final int MOST = 100;

    /** Closer to an end of the curve than this part of its range, rounding has the better of it. */
    private static final double INSIDE = 1 - 1e-6;

    private Pull() {}

    /**
     * Finds the pull. Cost: two to four proximal steps of the loss.
     *
     * @param scale the row's weight, positive
     * @return NaN if there is none inside the curve's range
     */
    static double find(ScoreCurve curve, Loss loss, double y, double scale) {
        double least = -scale * loss.dualHigh(y);
        double most = -scale * loss.dualLow(y);
        double low = Math.max(INSIDE * curve.low(), least);
        double high = Math.min(INSIDE * curve.high(), most);
        // a closed end where the loss gives it, open where the curve does
        boolean lowTaken = low == least;
        boolean highTaken = high == most;
        double a = Math.min(Math.max(0, low), high);
        if (a == low && !lowTaken || a == high && !highTaken) {
            return Double.NaN;
        }
        double floor = low;
        double ceiling = high;
        for (int k = 0; k < MOST; k++) {
            curve.at(a);
            double slope = curve.slope();
            double next = -scale * loss.proxDerivative(curve.value() - slope * a, slope * scale, y);
            double change = next - a;
            // towards an open end the curve rises without bound, and steps shrink with the distance, root or not
            double room = Math.min(scale + Math.abs(a), Math.min(a - curve.low(), curve.high() - a));
            if (Math.abs(change) <= 1e-8 * room && next > low && next < high) {
                return next; // what is left is of the order of the square
            }
            if (change == 0) {
                return a;
            }
            if (change > 0) {
                floor = Math.max(floor, a);
            } else {
                ceiling = Math.min(ceiling, a);
            }
            boolean inside = next > floor && next < ceiling
                    || next == low && lowTaken && floor == low
                    || next == high && highTaken && ceiling == high;
            if (!inside) {
                next = floor + (ceiling - floor) / 2;
                if (next == floor || next == ceiling) {
                    // no room left: at an open end there is no root, elsewhere it is found to the last bit
                    boolean open = ceiling == high && !highTaken || floor == low && !lowTaken;
                    return open ? Double.NaN : a;
                }
            }
            a = next;
        }
        return Double.NaN;
    }
}
