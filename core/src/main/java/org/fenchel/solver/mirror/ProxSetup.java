package org.fenchel.solver.mirror;

/**
 * How points are measured and moved: the distance-generating function omega of (A.2), its Bregman distance V, and eps-prox-mappings.
 *
 * @param <X> points x = [u; v]
 * @param <G> values of the operator, [eta; zeta]
 */
public interface ProxSetup<X, G> {
    /**
     * A point xh = [uh; vh] of {@code P^eps_x(gamma g)}: for all [s; w] in X,
     *
     * <pre>{@code <gamma eta + omega'(uh) - omega'(u), uh - s> + <gamma zeta, vh - w> <= eps.}</pre>
     *
     * @param centre x
     * @param start where an inexact mapping begins
     * @param eps asked for; {@code Mapped.eps} is what was proven
     */
    Mapped<X> map(X centre, double gamma, G g, X start, double eps);

    /** {@code V_u(u') = omega(u') - omega(u) - <omega'(u), u' - u>}. */
    double distance(X u, X other);

    /** {@code <eta, u> + <zeta, v>}. */
    double product(G g, X x);

    /** A weighted mean of points, empty. */
    Mean<X> points();

    /** A weighted mean of values of the operator, empty. */
    Mean<G> values();

    /**
     * Where a mapping ended.
     *
     * @param eps the inequality's left side at its worst; NaN where it was not looked at
     */
    record Mapped<X>(X point, double eps) {}

    /** A weighted mean that grows. */
    interface Mean<X> {
        /** Takes one more in. */
        void add(double weight, X x);

        /** The mean so far. */
        X value();
    }
}
