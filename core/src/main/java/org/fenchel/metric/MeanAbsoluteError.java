package org.fenchel.metric;

/** Mean absolute error. */
public record MeanAbsoluteError() implements Metric<Scored> {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public Statistic over(Scored rows) {
        double[] terms = new double[rows.n()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = Math.abs(rows.targets()[i] - rows.predictions()[i]);
        }
        return new WeightedMean(terms);
    }
}
