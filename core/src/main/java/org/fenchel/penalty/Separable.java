package org.fenchel.penalty;

/**
 * A penalty that is a sum over coordinates, the same function of each: r_j(b) = l1 |b| + l2/2 b^2 on [low, high], infinite
 * outside.
 *
 * <p>All that solvers need of it has a closed form. The maximiser of a concave function of one variable over an interval is its
 * free maximiser clamped to the interval, which is why a box adds one clamp everywhere.
 */
public interface Separable extends Penalty {
    /** Weight of the absolute values, 0 or more. */
    default double l1() {
        return 0;
    }

    /** Weight of half the squares, 0 or more. */
    @Override
    default double l2() {
        return 0;
    }

    /** Least weight allowed. */
    default double low() {
        return Double.NEGATIVE_INFINITY;
    }

    /** Largest weight allowed. */
    default double high() {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Proximal operator of one coordinate: argmin_x { step r_j(x) + (x - v)^2 / 2 } = clamp(soft(v, step l1) / (1 + step l2)).
     *
     * @param step positive
     */
    default double prox(double v, double step) {
        return clamp(soft(v, step * l1()) / (1 + step * l2()), low(), high());
    }

    /**
     * Whether the coordinate's prox moves with v, that is has derivative 1 / (1 + step l2) there and not 0; false at the kinks,
     * where both are generalised derivatives.
     *
     * @param step positive
     */
    default boolean active(double v, double step) {
        double threshold = step * l1();
        if (threshold > 0 && Math.abs(v) <= threshold) {
            return false;
        }
        double free = soft(v, threshold) / (1 + step * l2());
        return low() < free && free < high();
    }

    /**
     * What remains of a weight x after proximal steps eta_{s+1}, ..., eta_t without any gradient, as a sparse column sees them
     * between two rows that contain it: prox_t(...(prox_{s+1}(x))) in O(1).
     *
     * <p>A step shrinks the size m to (m - eta l1) / (1 + eta l2) until it reaches 0. With the running numbers P_0 = 1, P_k =
     * P_{k-1} (1 + eta_k l2), C_0 = 0, C_k = C_{k-1} + P_{k-1} eta_k l1, kept by the caller, this telescopes to m_t P_t = m_s
     * P_s - (C_t - C_s). As sizes only shrink, clamping once at the end is clamping after each step, provided that x lies in
     * [low, high] or nearer to 0 than that, as every result of a prox does.
     *
     * <p>P grows geometrically when l2 is positive: the caller brings all columns up to date and starts again from 1 and 0
     * long before it overflows.
     *
     * @param x weight after step s
     * @param pThen P_s
     * @param cThen C_s
     * @param pNow P_t
     * @param cNow C_t
     */
    default double catchUp(double x, double pThen, double cThen, double pNow, double cNow) {
        double size = (Math.abs(x) * pThen - (cNow - cThen)) / pNow;
        return clamp(size > 0 ? Math.copySign(size, x) : 0, low(), high());
    }

    @Override
    default double value(double[] b) {
        double l1 = l1();
        double l2 = l2();
        double low = low();
        double high = high();
        double sum = 0;
        for (double x : b) {
            if (!(low <= x && x <= high)) {
                return Double.POSITIVE_INFINITY;
            }
            sum += l1 * Math.abs(x) + 0.5 * l2 * x * x;
        }
        return sum;
    }

    @Override
    default void prox(double[] v, double step, double[] out) {
        double threshold = step * l1();
        double shrink = 1 + step * l2();
        double low = low();
        double high = high();
        for (int j = 0; j < v.length; j++) {
            out[j] = clamp(soft(v[j], threshold) / shrink, low, high);
        }
    }

    @Override
    default double conjugate(double[] v) {
        double l1 = l1();
        double l2 = l2();
        double low = low();
        double high = high();
        double sum = 0;
        for (double x : v) {
            double excess = soft(x, l1);
            // Without l2 the maximiser is an end of the interval, or, where |v| <= l1, the point nearest to 0.
            double free = excess == 0 ? 0 : excess / l2;
            double b = clamp(free, low, high);
            if (Double.isInfinite(b)) {
                return Double.POSITIVE_INFINITY;
            }
            sum += x * b - l1 * Math.abs(b) - 0.5 * l2 * b * b;
        }
        return sum;
    }

    @Override
    default void nearestInDomain(double[] v, double[] out) {
        for (int j = 0; j < v.length; j++) {
            // Not v_j less its excess, which rounding would leave outside.
            out[j] = excess(v[j]) == 0 ? v[j] : Math.copySign(l1(), v[j]);
        }
    }

    @Override
    default double domainScale(double[] v) {
        double largest = 0;
        for (double x : v) {
            if (excess(x) != 0) {
                largest = Math.max(largest, Math.abs(x));
            }
        }
        if (largest == 0) {
            return 1;
        }
        double scale = l1() / largest;
        // The quotient is rounded; the point must be inside.
        while (scale * largest > l1()) {
            scale = Math.nextDown(scale);
        }
        return scale;
    }

    /**
     * What v_j has too much for the conjugate to be finite, with its sign; l2 makes it finite everywhere, and without it an open
     * end of the interval bounds v on that side by l1.
     */
    private double excess(double v) {
        boolean open = l2() == 0 && (v > 0 ? high() == Double.POSITIVE_INFINITY : low() == Double.NEGATIVE_INFINITY);
        return open ? soft(v, l1()) : 0;
    }

    private static double soft(double v, double threshold) {
        return v > threshold ? v - threshold : v < -threshold ? v + threshold : 0;
    }

    private static double clamp(double v, double low, double high) {
        return Math.min(Math.max(v, low), high);
    }
}
