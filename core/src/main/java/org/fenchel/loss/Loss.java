package org.fenchel.loss;

/**
 * A loss of one margin: {@code l(z, y)}, convex in the margin {@code z} for every target {@code y} that {@link #accepts} allows.
 *
 * <p>Implementations are records whose components are the loss's parameters and whose no-argument constructor gives their
 * defaults. All methods are pure, take any finite margin of the domain (also of the size of 1e3 and more) without overflow
 * into NaN, and cost O(1).
 *
 * <p>Throughout, {@code z} is a margin, {@code y} a target, {@code step} a positive step size. {@code u} is a dual variable: at an optimum it is a (sub)derivative of the loss at the margin. The proximal operator is
 * the primitive that all methods share.
 */
public interface Loss {
    /** l(z, y); {@code +infinity} outside the domain. */
    double value(double z, double y);

    /** dl/dz; at a kink, some subgradient. */
    double derivative(double z, double y);

    /** Second derivative in z; where it jumps, either side's value; 0 at kinks. */
    double secondDerivative(double z, double y);

    /** Whether the derivative exists everywhere in the domain (no kinks). */
    boolean differentiable();

    /** Lipschitz constant of the derivative; {@code +infinity} where there is none. */
    double smoothness();

    /** Margins must lie above this value (open end) for the loss to be finite; {@code -infinity} where every margin will do. */
    default double domainLow(double y) {
        return Double.NEGATIVE_INFINITY;
    }

    /** Conjugate l*(u, y) = sup_z (u z - l(z, y)); {@code +infinity} outside [dualLow, dualHigh]. */
    double conjugate(double u, double y);

    /** Lower end of the closure of the conjugate's domain. */
    double dualLow(double y);

    /** Upper end of the closure of the conjugate's domain. */
    double dualHigh(double y);

    /**
     * Proximal operator: argmin_v { step l(v, y) + (v - z)^2 / 2 }, exact to rounding.
     *
     * @param step positive
     */
    double prox(double z, double step, double y);

    /**
     * A generalised derivative of {@link #prox} in z, in [0, 1]: 0 where the result sits at a kink of the loss, otherwise
     * {@code 1 / (1 + step l''(prox))}.
     */
    default double proxSlope(double z, double step, double y) {
        return 1 / (1 + step * secondDerivative(prox(z, step, y), y));
    }

    /**
     * The dual variable of a proximal step: the (sub)derivative of the loss at p = {@link #prox}{@code (z, step, y)} with which
     * p = z - step u, that is u = (z - p) / step, always inside the dual interval. Methods that move weights by {@code -step u
     * x} need this number, not p; losses compute it without the cancellation in z - p wherever they can.
     *
     * <p>The clamp matters: rounding may put the quotient an ulp outside the dual interval, where the conjugate is infinite.
     *
     * @param step positive
     */
    default double proxDerivative(double z, double step, double y) {
        double u = (z - prox(z, step, y)) / step;
        return Math.min(Math.max(u, dualLow(y)), dualHigh(y));
    }

    /**
     * Proximal operator of the conjugate, argmin_v { step l*(v, y) + (v - u)^2 / 2 }, inside the dual interval. By Moreau's
     * identity it is {@link #proxDerivative}{@code (u / step, 1 / step, y)}.
     *
     * @param step positive
     */
    default double conjugateProx(double u, double step, double y) {
        return proxDerivative(u / step, 1 / step, y);
    }

    /**
     * First and second derivatives of a batch at once, so that a loss can share their common parts.
     *
     * @param count how many entries of the arrays are in use
     * @param z margins, all in the domain
     * @param y targets
     * @param first receives dl/dz
     * @param second receives the second derivatives
     */
    default void derivatives(int count, double[] z, double[] y, double[] first, double[] second) {
        for (int i = 0; i < count; i++) {
            first[i] = derivative(z[i], y[i]);
            second[i] = secondDerivative(z[i], y[i]);
        }
    }

    /** Whether the infimum over all margins is taken at one of them; not so for losses that fall for ever. */
    default boolean attainsInfimum(double y) {
        return true;
    }

    /** Whether {@code y} is a target this loss is defined for. */
    boolean accepts(double y);

    /** In words, which targets it accepts, as in "targets must be ...". */
    String targets();

    /** Whether it is a likelihood, which makes weights estimates with standard errors. */
    default Likelihood likelihood() {
        return Likelihood.NONE;
    }

    /** What a margin says about the target: its mean for regression and counts, the probability of +1 for logistic. */
    default double response(double z) {
        return z;
    }
}
