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

    /**
     * log(y!), by the gamma function. Every evaluation of an objective needs it for every row, so small counts come from a table
     * and large ones from Stirling's series, whose first neglected term, 1 / (1260 y^5), is far below rounding there.
     */
    static double logFactorial(double y) {
        if (y < LogFactorials.SIZE) {
            int whole = (int) y;
            return whole == y ? LogFactorials.TABLE[whole] : LogGamma.value(y + 1);
        }
        double inverse = 1 / y;
        double series = inverse * (1.0 / 12 - inverse * inverse / 360);
        return (y + 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series;
    }
}

/** log(k!) of small whole numbers. */
final class LogFactorials {
    static final int SIZE = 1024;
    static final double[] TABLE = table();

    private LogFactorials() {}

    private static double[] table() {
        double[] table = new double[SIZE];
        for (int k = 2; k < SIZE; k++) {
            table[k] = LogGamma.value(k + 1.0);
        }
        return table;
    }
}
