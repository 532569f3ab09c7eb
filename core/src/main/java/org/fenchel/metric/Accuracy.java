package org.fenchel.metric;

/** Share of rows whose margin has the sign of their class; a margin of exactly 0 counts as -1, as in prediction. */
public record Accuracy() implements Metric<Scored> {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Statistic over(Scored rows) {
        double[] terms = new double[rows.n()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = rows.margins()[i] > 0 == rows.targets()[i] > 0 ? 1 : 0;
        }
        return new WeightedMean(terms);
    }
}
