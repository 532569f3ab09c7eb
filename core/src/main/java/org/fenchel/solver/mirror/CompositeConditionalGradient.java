package org.fenchel.solver.mirror;

/**
 * Composite conditional gradients (Algorithm 2) for smooth semi-linear problems
 *
 * <pre>{@code min { phi(u) + <theta, v> : [u; v] in X }                                                (15)}</pre>
 *
 * <p>An oracle minimises {@code <phi'(u_t), .> + <theta, .>} over X; how far below the point its answer is, delta_t, bounds how far from optimal the
 * point is, and is an eps of the prox inequality where phi is one of its functions. The next point may be any that is at least as good as the one
 * 2 / (t + 1) of the way to the answer. For an L0-smooth phi on a set of diameter D the objective is within 2 L0 D^2 / (t + 1) of the best, and
 * the least delta is of the same order (proposition 3.1).
 */
public final class CompositeConditionalGradient {
    private CompositeConditionalGradient() {}

    /**
     * One problem (15) with a way to go on.
     *
     * @param <X> points
     * @param <A> what the oracle answers
     */
    public interface Steps<X, A> {
        /** The oracle's answer at a point, with its certificate. */
        Answer<A> oracle(X x);

        /**
         * The next point, at least as good as the one 2 / (t + 1) of the way.
         *
         * @param t counted from 1
         */
        X next(int t, X x, A answer);
    }

    /**
     * What an oracle says.
     *
     * @param delta {@code <phi'(u_t), u_t - u> + <theta, v_t - v>} for its answer (u, v)
     */
    public record Answer<A>(A atom, double delta) {}

    /**
     * Where the method has come to.
     *
     * @param delta the certificate of this point, or of the one before where the calls were used up
     */
    public record Reached<X>(X point, double delta) {}

    /**
     * Goes on until a certificate is small enough, or the calls are used up.
     *
     * @param eps delta to stop at
     * @param most calls of the oracle
     */
    public static <X, A> Reached<X> minimise(Steps<X, A> steps, X start, double eps, int most) {
        X x = start;
        double delta = Double.NaN;
        for (int t = 1; t <= most; t++) {
            Answer<A> answer = steps.oracle(x);
            delta = answer.delta();
            if (delta <= eps) {
                break;
            }
            x = steps.next(t, x, answer.atom());
        }
        return new Reached<>(x, delta);
    }
}
