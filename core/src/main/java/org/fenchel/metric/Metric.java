package org.fenchel.metric;

/** A number that says how well predictions fit targets. */
public interface Metric {
    /** Its name in reports, such as {@code "log-loss"}. */
    String name();

    /** Whether larger values are better ones. */
    default boolean higherIsBetter() {
        return false;
    }

    /** Does once for these rows what does not depend on their weights; the bootstrap then asks a thousand times. */
    Statistic over(Scored rows);

    /** A metric as a function of the rows' weights alone. Thread-safe. */
    @FunctionalInterface
    interface Statistic {
        /**
         * The metric with these weights; NaN where it is not defined (an area under the curve of one class, say).
         *
         * @param weights length n, 0 or more, in the order of {@link Scored}
         */
        double at(double[] weights);
    }
}
