package org.fenchel.loss;

import org.apache.commons.numbers.gamma.LogGamma;

/** What losses of counts share: targets of 0 or more (whole or not), and the normalising constant of the Poisson law. */
interface Counts extends Loss {
    @Override
    default boolean accepts(double y) {
        return y >= 0 && y < Double.POSITIVE_INFINITY;
    }

    @Override
    default String targets() {
        return "finite numbers of 0 or more";
    }

    /** log(y!), by the gamma function; costs some tens of nanoseconds, so not for the inner loop. */
    static double logFactorial(double y) {
        return y == 0 || y == 1 ? 0 : LogGamma.value(y + 1);
    }
}
