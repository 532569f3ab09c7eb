package org.fenchel.metric;

/**
 * Share of the Poisson deviance that is explained: {@code 1 - deviance / deviance of the mean count}, R squared's counterpart
 * for counts. Not defined for constant counts.
 */
public record DevianceExplained() implements Metric {
    @Override
    public String name() {
        return "d2";
    }

    @Override
    public Statistic over(Scored rows) {
        int n = rows.n();
        double[] counts = rows.targets();
        double[] deviances = new double[n];
        double[] entropies = new double[n];
        for (int i = 0; i < n; i++) {
            deviances[i] = PoissonDeviance.unit(counts[i], rows.predictions()[i]);
            entropies[i] = counts[i] == 0 ? 0 : counts[i] * Math.log(counts[i]);
        }
        return weights -> {
            double total = 0;
            double sum = 0;
            double entropy = 0;
            double deviance = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > 0) {
                    total += weights[i];
                    sum += weights[i] * counts[i];
                    entropy += weights[i] * entropies[i];
                    deviance += weights[i] * deviances[i];
                }
            }
            // sum_i w y log(y / mean): the parts -y + mean add up to nothing at the mean
            double worst = sum == 0 ? 0 : 2 * (entropy - sum * Math.log(sum / total));
            return worst > 1e-12 * Math.max(1, sum) ? 1 - deviance / worst : Double.NaN;
        };
    }
}
