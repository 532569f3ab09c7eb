package org.fenchel.metric;

/**
 * Mean Poisson deviance, {@code 2 (y log(y/m) - y + m)} with {@code 0 log 0 = 0}: twice the log-likelihood that a perfect
 * prediction of each count would gain. Infinite where a count that happened was predicted never to, and where a prediction is.
 */
public record PoissonDeviance() implements Metric<Scored> {
    @Override
    public String name() {
        return "deviance";
    }

    @Override
    public Statistic over(Scored rows) {
        return new WeightedMean(terms(rows.targets(), rows.predictions()));
    }

    private static double[] terms(double[] counts, double[] means) {
        double[] terms = new double[counts.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = unit(counts[i], means[i]);
        }
        return terms;
    }

    static double unit(double y, double mean) {
        if (y == 0) {
            return 2 * mean;
        }
        return mean > 0 && mean < Double.POSITIVE_INFINITY
                ? 2 * (y * Math.log(y / mean) - (y - mean))
                : Double.POSITIVE_INFINITY;
    }
}
