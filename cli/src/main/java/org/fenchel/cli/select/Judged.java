package org.fenchel.cli.select;

import org.fenchel.metric.Metric;

/**
 * What a fit was judged by while it went on.
 *
 * @param metric its name
 * @param higherIsBetter whether the trace holds it with the other sign
 * @param rows how many were held out
 */
public record Judged(String metric, boolean higherIsBetter, int rows) {
    /** A value of a metric as a trace holds it: lower is better. */
    static double signed(Metric<?> metric, double value) {
        return metric.higherIsBetter() ? -value : value;
    }

    /** The metric's value that a trace holds. */
    public double value(double inTrace) {
        return higherIsBetter ? 0.0 - inTrace : inTrace;
    }
}
