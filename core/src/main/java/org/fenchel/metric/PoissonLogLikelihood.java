package org.fenchel.metric;

import org.fenchel.loss.PoissonIdentity;

/**
 * Mean log-probability of the counts that were observed, {@code y log(m) - m - log(y!)}, in nats: the whole of it, so that
 * models of different kinds compare. Minus infinity where a count that happened was predicted never to. Not defined where a
 * target is no count, such as a rate: the Poisson law gives it no probability.
 */
public record PoissonLogLikelihood() implements Metric<Scored> {
    @Override
    public String name() {
        return "log-likelihood";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Statistic over(Scored rows) {
        PoissonIdentity loss = new PoissonIdentity();
        double[] terms = new double[rows.n()];
        for (int i = 0; i < terms.length; i++) {
            double count = rows.targets()[i];
            double mean = rows.predictions()[i];
            if (rows.weights()[i] > 0 && count != Math.rint(count)) {
                return weights -> Double.NaN;
            }
            terms[i] = mean < Double.POSITIVE_INFINITY ? -loss.value(mean, count) : Double.NEGATIVE_INFINITY;
        }
        return new WeightedMean(terms);
    }
}
