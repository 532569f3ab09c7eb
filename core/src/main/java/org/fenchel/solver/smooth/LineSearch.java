package org.fenchel.solver.smooth;

/**
 * A step length along a direction of descent of mean loss plus smooth penalty, by the strong Wolfe conditions: the objective falls
 * enough (Armijo) and the slope becomes flat enough. Near a minimum, where the fall is lost in rounding, the slope alone decides
 * (approximate Wolfe conditions). Lengths outside the losses' domain are too long.
 *
 * <p>Cost of a trial: a value and a slope on the line, no pass over the data. The objective is convex on the line, so
 * slopes bracket the answer; new lengths come from the secant of the slopes.
 *
 * <p>Sources: J. Nocedal and S. Wright, "Numerical Optimization" (2006), section 3.1; W. Hager and H. Zhang, "A new conjugate
 * gradient method with guaranteed descent and an efficient line search", SIAM J. Optim. 16 (2005).
 */
public final class LineSearch {
    private static final double FALL = 1e-4;
    private static final double FLAT = 0.9;
    private static final int MOST = 100;

    private final SmoothPart smooth;
    private final SmoothPenalty penalty;

    /** For mean loss and a penalty that is smooth between its bounds. */
    LineSearch(SmoothPart smooth, SmoothPenalty penalty) {
        this.smooth = smooth;
        this.penalty = penalty;
    }

    /**
     * Searches.
     *
     * @param x the point
     * @param dx the direction
     * @param margins at x, in the domain
     * @param along the change of margins along dx
     * @param first length to try first
     * @param farthest longest length allowed
     * @return the length; 0 where none was found, as at a minimum
     */
    public double search(double[] x, double[] dx, double[] margins, double[] along, double first, double farthest) {
        double linear = 0;
        double square = 0;
        for (int j = 0; j < smooth.weights(); j++) {
            linear += penalty.derivative(x[j]) * dx[j];
            square += penalty.l2() * dx[j] * dx[j];
        }
        double value = smooth.value(margins);
        double slope = smooth.slopeAt(margins, 0, along) + linear;
        if (!(slope < 0) || Double.isInfinite(slope)) {
            return 0;
        }
        double rounding = 1e-15 * Math.abs(value);
        double low = 0;
        double lowSlope = slope;
        double high = Double.POSITIVE_INFINITY;
        double highSlope = Double.NaN;
        double t = Math.min(first, farthest);
        for (int trial = 0; trial < MOST && t > 0 && t < 1e100; trial++) {
            double fall = smooth.valueAt(margins, t, along) - value + t * (linear + t * square / 2);
            double here = fall < Double.POSITIVE_INFINITY
                    ? smooth.slopeAt(margins, t, along) + linear + t * square
                    : Double.NaN;
            boolean falls = fall <= FALL * t * slope || fall <= rounding && here <= (2 * FALL - 1) * slope;
            if (falls && Math.abs(here) <= -FLAT * slope) {
                return t;
            }
            if (falls && here < 0) {
                low = t;
                lowSlope = here;
            } else {
                high = t;
                highSlope = here;
            }
            t = Math.min(next(low, lowSlope, high, highSlope), farthest);
            if (t == low || t == high) {
                break;
            }
        }
        return low;
    }

    private static double next(double low, double lowSlope, double high, double highSlope) {
        if (Double.isInfinite(high)) {
            return 4 * low;
        }
        double width = high - low;
        if (!(highSlope > 0) || Double.isInfinite(highSlope)) {
            return low + width / 2;
        }
        double part = lowSlope / (lowSlope - highSlope);
        return low + width * Math.min(Math.max(part, 0.05), 0.95);
    }
}
