package org.fenchel.solver.mirror;

/**
 * Composite Mirror-Prox with inexact prox-mappings (Algorithm 1), both mappings of a step at the same centre:
 *
 * <pre>{@code
 * y_t     in P^eps_(x_t)(gamma_t F(x_t))
 * x_(t+1) in P^eps_(x_t)(gamma_t F(y_t))                                                             (9)
 * }</pre>
 *
 * <p>where the step sizes satisfy
 *
 * <pre>{@code
 * sigma_t = gamma_t <F(y_t) - F(x_t), y_t - x_(t+1)> - V_(y_t)(x_(t+1)) - V_(x_t)(y_t) <= gamma_t^2 M^2   (10)
 * }</pre>
 *
 * <p>as they always do up to 1/L for M = 0, and 1 / (sqrt(2) L) otherwise. A search tries half as much again as was last accepted, and shrinks it until (10)
 * holds; rejected trials cost their mappings. Then for the mean of the y_t with weights gamma_t, over any X',
 *
 * <pre>{@code
 * gap <= (sup over X' of V_(x_1) + M^2 sum gamma_t^2 + sum of all eps) / sum gamma_t.                   (11)
 * }</pre>
 */
public final class CompositeMirrorProx<X, G> {
    private static final double GROW = 1.5;
    private static final double SHRINK = 0.7;

    private final VariationalInequality<X, G> inequality;
    private final ProxSetup<X, G> setup;
    private final boolean search;
    private final double safe;
    private final ExecutionProtocol<X, G> protocol;
    private double gamma;
    private X centre;
    private X point;
    private double epsilons;
    private double squares;
    private double excess;
    private int rejected;

    /**
     * At its start.
     *
     * @param start x_1
     * @param search whether step sizes above the safe one are tried
     */
    public CompositeMirrorProx(VariationalInequality<X, G> inequality, ProxSetup<X, G> setup, X start, boolean search) {
        this.inequality = inequality;
        this.setup = setup;
        this.search = search;
        safe = 1 / (inequality.lipschitz() * (inequality.variation() > 0 ? Math.sqrt(2) : 1));
        gamma = safe;
        centre = start;
        point = start;
        protocol = new ExecutionProtocol<>(setup);
    }

    /**
     * One step.
     *
     * @param eps of both mappings
     */
    public void step(double eps) {
        G here = inequality.at(centre);
        double trial = search ? gamma * GROW : safe;
        while (true) {
            ProxSetup.Mapped<X> y = setup.map(centre, trial, here, point, eps);
            G there = inequality.at(y.point());
            ProxSetup.Mapped<X> next = setup.map(centre, trial, there, y.point(), eps);
            double sigma = sigma(trial, here, there, y.point(), next.point());
            double allowed = trial * trial * inequality.variation() * inequality.variation();
            if (trial <= safe || sigma <= allowed) {
                accept(trial, y, there, next, sigma - allowed);
                return;
            }
            rejected++;
            trial = Math.max(safe, SHRINK * trial);
        }
    }

    private double sigma(double trial, G here, G there, X y, X next) {
        double change = setup.product(there, y)
                - setup.product(there, next)
                - setup.product(here, y)
                + setup.product(here, next); // the constant parts cancel
        return trial * change - setup.distance(y, next) - setup.distance(centre, y);
    }

    private void accept(double trial, ProxSetup.Mapped<X> y, G value, ProxSetup.Mapped<X> next, double over) {
        gamma = trial;
        epsilons += y.eps() + next.eps();
        squares += trial * trial;
        excess = Math.max(excess, over);
        protocol.add(trial, y.point(), value);
        point = y.point();
        centre = next.point();
    }

    /** The right side of (11) for a starting distance of at most theta. */
    public double bound(double theta) {
        double m = inequality.variation();
        return (theta + m * m * squares + epsilons) / protocol.weights();
    }

    /** Largest sigma_t - gamma_t^2 M^2 so far: (10) has held where this is 0 but for rounding. */
    public double excess() {
        return excess;
    }

    /** The steps so far. */
    public ExecutionProtocol<X, G> protocol() {
        return protocol;
    }

    /** The last y_t. */
    public X point() {
        return point;
    }

    /** x_(t+1). */
    public X centre() {
        return centre;
    }

    /** The last step size. */
    public double gamma() {
        return gamma;
    }

    /** Step sizes that (10) has turned down. */
    public int rejected() {
        return rejected;
    }
}
