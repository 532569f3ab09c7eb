package org.fenchel.penalty;

import org.jspecify.annotations.Nullable;

/**
 * A convex penalty on the d weights of a linear model, never on its intercept.
 *
 * <p>r(b) = l2/2 ||b||^2 + h(b), with h given by its proximal operator. Arrays hold exactly the d weights, or
 * the d entries of a dual vector v.
 */
public interface Penalty {
    /** r(b); {@code +infinity} where a constraint is broken. */
    double value(double[] b);

    /** Weight of the squared norm inside r: its modulus of strong convexity; 0 or more. */
    double l2();

    /**
     * Proximal operator of r: out = argmin_x { step r(x) + ||x - v||^2 / 2 }; {@code v} and {@code out} may be one array.
     *
     * @param step positive
     */
    void prox(double[] v, double step, double[] out);

    /**
     * Conjugate r*(v) = sup_b (v'b - r(b)); {@code +infinity} outside its domain (which is everything when l2 is positive).
     */
    double conjugate(double[] v);

    /**
     * The point of the domain of {@link #conjugate} nearest to v, by Euclidean distance; v itself if it is inside. The supremum of
     * v'b - r(b) over the ball of radius R around the origin is at most the conjugate there plus R times the distance.
     *
     * @param out receives it; may be {@code v}
     */
    void nearestInDomain(double[] v, double[] out);

    /** Euclidean distance of v to the domain of {@link #conjugate}; 0 inside. Allocates; {@link #nearestInDomain} does not. */
    default double distanceToDomain(double[] v) {
        double[] nearest = new double[v.length];
        nearestInDomain(v, nearest);
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
            sum += (v[j] - nearest[j]) * (v[j] - nearest[j]);
        }
        return Math.sqrt(sum);
    }

    /**
     * The largest factor c in [0, 1] for which c v lies in the domain of the conjugate, or 0 when only the origin does (for
     * cone constraints).
     */
    double domainScale(double[] v);

    /**
     * The plainest penalty made of these parts.
     *
     * @param l2 weight of half the squared norm, 0 or more
     * @param l1 weight of the absolute values, 0 or more
     * @param constraint the interval of every weight, or null for none
     */
    static Separable of(double l2, double l1, @Nullable Constraint constraint) {
        if (constraint == null || constraint.equals(Constraint.NONE)) {
            if (l1 == 0) {
                return l2 == 0 ? new None() : new L2(l2);
            }
            return l2 == 0 ? new L1(l1) : new ElasticNet(l1, l2);
        }
        return constraint.equals(Constraint.NON_NEGATIVE)
                ? new NonNegative(l1, l2)
                : new Box(constraint.low(), constraint.high(), l1, l2);
    }
}
