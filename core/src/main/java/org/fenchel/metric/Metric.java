package org.fenchel.metric;

/**
 * A number that says how well predictions fit targets.
 *
 * @param <R> rows that were predicted: {@link Scored} ones of one margin, {@link ClassScored} ones of several classes
 */
public interface Metric<R extends Metric.Rows> {
    /** Its name in reports, such as {@code "log-loss"}. */
    String name();

    /** Whether larger values are better ones. */
    default boolean higherIsBetter() {
        return false;
    }

    /** Does once for these rows what does not depend on their weights; the bootstrap then asks a thousand times. */
    Statistic over(R rows);

    /** Predictions beside the truth. */
    interface Rows {
        /** Sample weights in the order that statistics of these rows know, length n. Read only. */
        double[] weights();
    }

    /** A metric as a function of the rows' weights alone. Thread-safe. */
    @FunctionalInterface
    interface Statistic {
        /**
         * The metric with these weights; NaN where it is not defined (an area under the curve of one class, say).
         *
         * @param weights length n, 0 or more, in the order of {@link Rows#weights}
         */
        double at(double[] weights);
    }
}
