package org.fenchel.loss;

/**
 * A loss of K margins at once, {@code l(z, y)}, convex in the vector z for every class {@code y} in 0, ..., K - 1.
 *
 * <p>Implementations are records, found by name like {@link Loss}es. All methods are pure and take any finite margins without
 * overflow into NaN. A row's K numbers stand in a larger array, from an offset on; nothing is allocated. Unless said otherwise,
 * a method costs O(K), and its output may be its input.
 *
 * <p>Throughout, {@code k} is the number of margins K, {@code z} are margins, {@code u} dual variables: at an optimum the
 * gradient at the margins, an element of the {@link #domain} of the conjugate.
 */
public interface VectorLoss {
    /** l(z, y). */
    double value(int k, double[] z, int zAt, double y);

    /**
     * The gradient in z, inside the conjugate's domain to rounding.
     *
     * @param out receives K numbers from {@code outAt} on
     * @return l(z, y), which is at hand
     */
    double gradient(int k, double[] z, int zAt, double y, double[] out, int outAt);

    /**
     * Gradients and values of the rows {@code from} to {@code to}, so that a loss can share work between rows: margins of row i
     * from {@code i k} on.
     *
     * @param values receives the losses
     */
    default void gradients(int from, int to, int k, double[] z, double[] y, double[] out, double[] values) {
        for (int i = from; i < to; i++) {
            values[i] = gradient(k, z, i * k, y[i], out, i * k);
        }
    }

    /**
     * The product of the Hessian and a vector. The Hessian is given by the gradient, since the one determines the other: methods
     * that multiply often keep gradients and not margins, and no product costs an exponential.
     *
     * @param u the gradient at the point of the Hessian
     */
    void product(int k, double[] u, int uAt, double y, double[] v, int vAt, double[] out, int outAt);

    /** The Hessian's diagonal, from the gradient. */
    void diagonal(int k, double[] u, int uAt, double y, double[] out, int outAt);

    /** An upper bound of the Hessian's eigenvalues: the Lipschitz constant of the gradient. */
    double smoothness();

    /** Conjugate l*(u, y) = sup_z (u'z - l(z, y)); {@code +infinity} outside its domain, but for rounding. */
    double conjugate(int k, double[] u, int uAt, double y);

    /** Where the conjugate is finite. */
    DualDomain domain();

    /**
     * The dual variables of a proximal step: u = (z - p) / step for p = argmin_v { step l(v, y) + ||v - z||^2 / 2 }, which are the
     * gradient at p, inside the domain of the conjugate and exact to rounding, without the cancellation in z - p. A few
     * logarithms for each margin.
     *
     * @param step positive
     */
    void proxGradient(int k, double[] z, int zAt, double step, double y, double[] out, int outAt);

    /**
     * Proximal operator, out = argmin_v { step l(v, y) + ||v - z||^2 / 2 }.
     *
     * @param out another array than {@code z}, or another part of it
     * @param step positive
     */
    default void prox(int k, double[] z, int zAt, double step, double y, double[] out, int outAt) {
        proxGradient(k, z, zAt, step, y, out, outAt);
        for (int j = 0; j < k; j++) {
            out[outAt + j] = z[zAt + j] - step * out[outAt + j];
        }
    }

    /** What margins say about the row: the probability of each class; they add up to 1. */
    void probabilities(int k, double[] z, int zAt, double[] out, int outAt);
}
