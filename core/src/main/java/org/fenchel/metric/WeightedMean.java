package org.fenchel.metric;

/** The weighted mean of one term a row. */
final class WeightedMean implements Metric.Statistic {
    private final double[] terms;

    /** Keeps the array; the caller gives it up. */
    WeightedMean(double[] terms) {
        this.terms = terms;
    }

    @Override
    public double at(double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < terms.length; i++) {
            total += weights[i];
            // A row drawn no times has no say, even where its term is infinite.
            if (weights[i] > 0) {
                sum += weights[i] * terms[i];
            }
        }
        return sum / total;
    }
}
