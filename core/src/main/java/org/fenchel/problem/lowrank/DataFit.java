package org.fenchel.problem.lowrank;

/**
 * How well a vector z of fitted entries meets the vector b of observed ones: a convex function f of z. All loops cost O(N) for N entries.
 *
 * <p>u is a dual vector: {@code f*(u) = sup_z (u'z - f(z))}, finite on a convex set that has 0 in its closure.
 */
public sealed interface DataFit permits MeanLoss, ResidualNorm, MoreauEnvelope {
    /** f(z). */
    double value(double[] z, double[] b);

    /**
     * A subgradient, the gradient where there is one.
     *
     * @param out receives it; may be z
     */
    void gradient(double[] z, double[] b, double[] out);

    /**
     * The proximal point, argmin_x { step f(x) + |x - z|^2 / 2 }.
     *
     * @param out receives it; may be z
     */
    void prox(double[] z, double step, double[] b, double[] out);

    /**
     * The subgradient u = (z - prox(z)) / step at the proximal point, always inside the domain of the conjugate.
     *
     * @param out receives it; may be z
     */
    void proxGradient(double[] z, double step, double[] b, double[] out);

    /** f*(scale u); {@code +infinity} outside its domain. */
    double conjugate(double[] u, double scale, double[] b);

    /** Moves u to where the conjugate is finite, nearest. */
    void projectDual(double[] u, double[] b);

    /** Lipschitz constant of the gradient in the Euclidean norm; {@code +infinity} where there is none. */
    double smoothness(int count);
}
