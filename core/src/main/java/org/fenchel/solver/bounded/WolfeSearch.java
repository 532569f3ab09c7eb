package org.fenchel.solver.bounded;

/**
 * A step length along a direction of descent of any smooth function by the strong Wolfe conditions: the value falls enough and the
 * slope becomes flat enough. An interval that must hold such a length shrinks by cubic and quadratic interpolation, first of the
 * function less the fall that is asked for. Where the fall is lost in rounding the slope alone decides; lengths where the function is
 * not finite are too long.
 *
 * <p>Sources: J. Moré and D. Thuente, "Line search algorithms with guaranteed sufficient decrease", ACM Trans. Math. Software 20
 * (1994); W. Hager and H. Zhang, SIAM J. Optim. 16 (2005), for the conditions in rounding.
 */
final class WolfeSearch {
    private static final double FALL = 1e-3;
    private static final double FLAT = 0.9;
    private static final double ROUNDING = 1e-15;
    private static final int MOST_TRIALS = 40;

    /** The function on the line, as far as it is known. */
    interface Line {
        /** Goes to this length. */
        void go(double t);

        /** Value where it went last. */
        double value();

        /** Slope where it went last. */
        double slope();
    }

    private final Line line;

    // the best length so far and, once bracketed, the other end of the interval
    private double best;
    private double bestValue;
    private double bestSlope;
    private double other;
    private double otherValue;
    private double otherSlope;
    private boolean bracketed;

    WolfeSearch(Line line) {
        this.line = line;
    }

    /**
     * Searches; the line is left at the length returned.
     *
     * @param value at 0
     * @param slope at 0, negative
     * @param first length to try first
     * @param farthest longest length allowed
     * @return the length, 0 where none was found
     */
    double search(double value, double slope, double first, double farthest) {
        best = 0;
        bestValue = value;
        bestSlope = slope;
        other = 0;
        otherValue = value;
        otherSlope = slope;
        bracketed = false;
        boolean modified = true;
        double most = farthest;
        double width = Double.POSITIVE_INFINITY;
        double widthBefore = Double.POSITIVE_INFINITY;
        double t = Math.min(first, most);
        for (int trial = 0; trial < MOST_TRIALS && t > 0; trial++) {
            line.go(t);
            double here = line.value();
            double bend = line.slope();
            if (!Double.isFinite(here) || !Double.isFinite(bend)) {
                most = t;
                bracketed = false;
                t = best + (t - best) / 2;
                continue;
            }
            double asked = value + FALL * t * slope;
            boolean lost = here <= value + ROUNDING * Math.abs(value) && bend <= (2 * FALL - 1) * slope;
            boolean falls = here <= asked || lost;
            if (falls && (Math.abs(bend) <= -FLAT * slope || t == most && bend <= 0)) {
                return t;
            }
            if (here <= asked && bend >= 0) {
                modified = false;
            }
            double next = modified && here <= bestValue && here > asked
                    ? nextOfModified(t, here, bend, FALL * slope, most)
                    : next(t, here, bend, most);
            if (bracketed) {
                double now = Math.abs(other - best);
                if (now >= 0.66 * widthBefore) {
                    next = best + (other - best) / 2;
                }
                widthBefore = width;
                width = now;
                if (next == best || next == other || next == t) {
                    break;
                }
            } else if (t == most) {
                break;
            }
            t = next;
        }
        // not flat enough anywhere: lower by more than rounding is still a step
        if (best == 0 || !(bestValue < value - ROUNDING * Math.abs(value))) {
            return 0;
        }
        line.go(best);
        return best;
    }

    /** {@link #next} for the function less the fall asked for. */
    private double nextOfModified(double t, double value, double slope, double asked, double most) {
        bestValue -= best * asked;
        bestSlope -= asked;
        otherValue -= other * asked;
        otherSlope -= asked;
        double next = next(t, value - t * asked, slope - asked, most);
        bestValue += best * asked;
        bestSlope += asked;
        otherValue += other * asked;
        otherSlope += asked;
        return next;
    }

    /** The next length to try; the interval is updated with this one. Moré and Thuente, section 4. */
    private double next(double t, double value, double slope, double most) {
        double to;
        boolean turns = slope * Math.signum(bestSlope) < 0;
        if (value > bestValue) {
            // higher: the minimum lies between
            double cubic = cubic(best, bestValue, bestSlope, t, value, slope);
            double parabola = best + bestSlope / ((bestValue - value) / (t - best) + bestSlope) / 2 * (t - best);
            to = Math.abs(cubic - best) < Math.abs(parabola - best) ? cubic : cubic + (parabola - cubic) / 2;
            bracketed = true;
            other = t;
            otherValue = value;
            otherSlope = slope;
            return to;
        }
        if (turns) {
            // lower, and the slope has changed its sign: between
            double cubic = cubic(t, value, slope, best, bestValue, bestSlope);
            double secant = t + slope / (slope - bestSlope) * (best - t);
            to = Math.abs(cubic - t) > Math.abs(secant - t) ? cubic : secant;
            bracketed = true;
            other = best;
            otherValue = bestValue;
            otherSlope = bestSlope;
        } else if (Math.abs(slope) < Math.abs(bestSlope)) {
            // lower and flatter: beyond
            double secant = t + slope / (slope - bestSlope) * (best - t);
            double cubic = cubic(t, value, slope, best, bestValue, bestSlope);
            boolean beyond = (cubic - t) * (t - best) > 0;
            double far = bracketed ? other : Math.min(most, t + 4 * (t - best));
            double reach = beyond ? cubic : far;
            if (bracketed) {
                to = Math.abs(reach - t) < Math.abs(secant - t) ? reach : secant;
                double limit = t + 0.66 * (other - t);
                to = t > best ? Math.min(limit, to) : Math.max(limit, to);
            } else {
                to = Math.abs(reach - t) > Math.abs(secant - t) ? reach : secant;
                to = Math.min(Math.max(to, t + 1.1 * (t - best)), far);
            }
        } else {
            // lower and no flatter: beyond, by far
            to = bracketed ? cubic(t, value, slope, other, otherValue, otherSlope) : Math.min(most, t + 4 * (t - best));
        }
        best = t;
        bestValue = value;
        bestSlope = slope;
        return to;
    }

    /** The minimiser of the cubic with these values and slopes at a and b; an infinity or NaN where it has none. */
    private static double cubic(double a, double va, double sa, double b, double vb, double sb) {
        double theta = 3 * (va - vb) / (b - a) + sa + sb;
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(sa), Math.abs(sb)));
        double root = scale * Math.sqrt(Math.max(0, (theta / scale) * (theta / scale) - (sa / scale) * (sb / scale)));
        double gamma = b > a ? root : -root;
        double p = gamma - sa + theta;
        double q = gamma - sa + gamma + sb;
        return a + p / q * (b - a);
    }
}
