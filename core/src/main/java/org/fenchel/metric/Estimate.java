package org.fenchel.metric;

/**
 * A metric's value with its bootstrap interval.
 *
 * @param value on the rows as they are; NaN where the metric is not defined for them
 * @param low lower end of the 95 % interval; NaN where there is none
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {}
