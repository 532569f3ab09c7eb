package org.fenchel.solver.factorization;

/**
 * A row's score as a function of the pull a on it, phi(a) = sigma(x(a)), where x(a) minimises -a sigma(x) + sum_j ||x_j - c_j||^2 /
 * (2 eta_j) over the parameters x_j of the row's features, near their centres c_j. The proximal step on a loss l is x(a) for the a
 * with -a in the subdifferential of l at phi(a).
 *
 * <p>For pulls between {@link #low} and {@link #high} the minimum exists and is strict, and phi increases.
 */
interface ScoreCurve {
    /** Turns to a pull; value and slope are those at it. */
    void at(double a);

    /** phi(a). */
    double value();

    /** phi'(a). */
    double slope();

    /** Pulls must lie above this. */
    double low();

    /** Pulls must lie below this. */
    double high();
}
