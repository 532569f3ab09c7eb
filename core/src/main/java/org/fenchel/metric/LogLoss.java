package org.fenchel.metric;

/** Mean of {@code log(1 + exp(-y z))}: minus the mean log-likelihood of classes -1 and +1, in nats. */
public record LogLoss() implements Metric<Scored> {
    @Override
    public String name() {
        return "log-loss";
    }

    @Override
    public Statistic over(Scored rows) {
        double[] terms = new double[rows.n()];
        for (int i = 0; i < terms.length; i++) {
            double yz = rows.targets()[i] * rows.margins()[i];
            // exp of minus the absolute value lies in (0, 1] and cannot overflow
            terms[i] = Math.max(-yz, 0) + Math.log1p(Math.exp(-Math.abs(yz)));
        }
        return new WeightedMean(terms);
    }
}
