package org.fenchel.solver.mirror;

/**
 * VI(X, F): find x* in X with {@code <F(x), x - x*>} at least 0 for all x in X, where x = [u; v] and F(u, v) = [F_u(u); F_v] with a constant
 * F_v: assumptions (A.1), (A.3) and (A.4) of the paper.
 *
 * @param <X> points
 * @param <G> values of the operator
 */
public interface VariationalInequality<X, G> {
    /** F(x). */
    G at(X x);

    /** L of (A.3): {@code |F_u(u) - F_u(u')|_* <= L |u - u'| + M}, in the norm of the prox setup. */
    double lipschitz();

    /** M of (A.3). */
    default double variation() {
        return 0;
    }
}
