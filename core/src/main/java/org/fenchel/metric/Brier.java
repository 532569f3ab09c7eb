package org.fenchel.metric;

/** Mean squared difference of the predicted probability of +1 and what happened (1 or 0). */
public record Brier() implements Metric<Scored> {
    @Override
    public String name() {
        return "brier";
    }

    @Override
    public Statistic over(Scored rows) {
        double[] terms = new double[rows.n()];
        for (int i = 0; i < terms.length; i++) {
            double miss = rows.predictions()[i] - (rows.targets()[i] > 0 ? 1 : 0);
            terms[i] = miss * miss;
        }
        return new WeightedMean(terms);
    }
}
