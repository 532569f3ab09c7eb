package org.fenchel.solver.mirror;

import java.util.function.ToDoubleFunction;

/**
 * An execution protocol (y_t, F(y_t)) with the accuracy certificate lambda_t = gamma_t / sum gamma (appendix A of the paper), as the three sums
 * that are all its resolution needs:
 *
 * <pre>{@code Res(X') = sup over x in X' of sum_t lambda_t <F(y_t), y_t - x>.}</pre>
 *
 * <p>For monotone F it bounds the dual gap of the mean, {@code sup <F(x), mean - x>} over X'; where F belongs to a saddle point, the saddle gap of the
 * mean too (proposition A.2).
 */
public final class ExecutionProtocol<X, G> {
    private final ProxSetup<X, G> setup;
    private final ProxSetup.Mean<X> points;
    private final ProxSetup.Mean<G> values;
    private double weights;
    private double products;

    /** Of no steps. */
    public ExecutionProtocol(ProxSetup<X, G> setup) {
        this.setup = setup;
        points = setup.points();
        values = setup.values();
    }

    /** Takes a search point in. */
    public void add(double gamma, X y, G value) {
        points.add(gamma, y);
        values.add(gamma, value);
        products += gamma * setup.product(value, y);
        weights += gamma;
    }

    /** sum lambda_t y_t. */
    public X mean() {
        return points.value();
    }

    /** sum gamma_t. */
    public double weights() {
        return weights;
    }

    /**
     * The resolution over X'.
     *
     * @param least the least value over X' of a linear function {@code <g, x>}: a linear minimisation oracle of X'
     */
    public double resolution(ToDoubleFunction<G> least) {
        return products / weights - least.applyAsDouble(values.value());
    }
}
