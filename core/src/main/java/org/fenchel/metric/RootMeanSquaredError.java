package org.fenchel.metric;

/** Square root of the mean squared error. */
public record RootMeanSquaredError() implements Metric<Scored> {
    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public Statistic over(Scored rows) {
        double[] terms = new double[rows.n()];
        for (int i = 0; i < terms.length; i++) {
            double error = rows.targets()[i] - rows.predictions()[i];
            terms[i] = error * error;
        }
        Statistic mean = new WeightedMean(terms);
        return weights -> Math.sqrt(mean.at(weights));
    }
}
