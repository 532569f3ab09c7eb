package org.fenchel.problem;

import org.fenchel.penalty.Penalty;
import org.jspecify.annotations.Nullable;

/**
 * Lower bounds of an objective from dual points: D(a) = (part of the losses) - r*(-X'(w a)).
 *
 * <p>Where r* is infinite at -X'(w a) (l2 = 0), the duals are scaled down until it is not. Where only 0 would do (no penalty,
 * cone constraints), the bound is proven on a ball: for every ||b|| at most R, the supremum of v'b - r(b) is at most
 * r*(nearest domain point) + R times the distance to it. R is twice the norm of the weights, and at least 1.
 */
final class WeakDuality {
    /** What the bound needs to know of the losses. */
    interface Duals {
        /** Makes duals feasible in place; whether that is possible. */
        boolean repair(double[] duals);

        /** Whether feasible duals may be scaled down, because every dual domain contains 0. */
        boolean mayScale();

        /** {@code out = -X'(w a)}. */
        void correlate(double[] duals, double[] out);

        /** sum_i w_i (s a_i o_i - l*(s a_i, y_i)). */
        double lossPart(double[] duals, double s);
    }

    private final Duals side;
    private final Penalty penalty;
    private final double[] correlation;
    private final double[] nearest;

    /**
     * @param length number of weights
     */
    WeakDuality(Duals side, Penalty penalty, int length) {
        this.side = side;
        this.penalty = penalty;
        correlation = new double[length];
        nearest = new double[length];
    }

    /**
     * The bound by these duals. Cost: half a pass unless the gradient is known, and an evaluation of all conjugates.
     *
     * @param duals overwritten by feasible ones
     * @param weights where the objective was measured; they say how large the ball is, where there must be one
     * @param gradient X'(w a) if that is known of duals that need no repair, or null
     */
    LowerBound bound(double[] duals, double[] weights, double @Nullable [] gradient) {
        if (!side.repair(duals)) {
            return LowerBound.NONE;
        }
        if (gradient == null) {
            side.correlate(duals, correlation);
        } else {
            for (int j = 0; j < correlation.length; j++) {
                correlation[j] = -gradient[j];
            }
        }
        double conjugate = penalty.conjugate(correlation);
        if (conjugate < Double.POSITIVE_INFINITY) {
            return new LowerBound(side.lossPart(duals, 1) - conjugate, Double.POSITIVE_INFINITY);
        }
        double scale = side.mayScale() ? penalty.domainScale(correlation) : 0;
        if (scale > 0) {
            for (int j = 0; j < correlation.length; j++) {
                nearest[j] = scale * correlation[j];
            }
            return new LowerBound(side.lossPart(duals, scale) - penalty.conjugate(nearest), Double.POSITIVE_INFINITY);
        }
        double norm = 0;
        for (double b : weights) {
            norm += b * b;
        }
        double radius = Math.max(1, 2 * Math.sqrt(norm));
        penalty.nearestInDomain(correlation, nearest);
        double distance = 0;
        for (int j = 0; j < correlation.length; j++) {
            double off = correlation[j] - nearest[j];
            distance += off * off;
        }
        return new LowerBound(
                side.lossPart(duals, 1) - penalty.conjugate(nearest) - radius * Math.sqrt(distance), radius);
    }
}
