package org.fenchel.metric;

/**
 * Mean absolute error as a part of the range that values can have: 0.25 for a mean error of one star of five.
 *
 * @param range of the values, above 0
 */
public record NormalisedAbsoluteError(double range) implements Metric<Scored> {
    @Override
    public String name() {
        return "nmae";
    }

    @Override
    public Statistic over(Scored rows) {
        Statistic absolute = new MeanAbsoluteError().over(rows);
        return weights -> absolute.at(weights) / range;
    }
}
