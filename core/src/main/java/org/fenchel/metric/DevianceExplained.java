package org.fenchel.metric;

/**
 * Share of the Poisson deviance that is explained: {@code 1 - deviance / deviance of the mean}, R squared's counterpart for
 * counts. With exposures the mean is one rate for all, so that long observation alone explains nothing. Not defined for
 * constant counts (or rates).
 */
public record DevianceExplained() implements Metric<Scored> {
    @Override
    public String name() {
        return "d2";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Statistic over(Scored rows) {
        int n = rows.n();
        double[] counts = rows.targets();
        double[] exposures = rows.exposures();
        double[] deviances = new double[n];
        double[] entropies = new double[n];
        for (int i = 0; i < n; i++) {
            deviances[i] = PoissonDeviance.unit(counts[i], rows.predictions()[i]);
            entropies[i] = counts[i] == 0 ? 0 : counts[i] * Math.log(counts[i] / exposures[i]);
        }
        return weights -> {
            double exposed = 0;
            double sum = 0;
            double entropy = 0;
            double deviance = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > 0) {
                    exposed += weights[i] * exposures[i];
                    sum += weights[i] * counts[i];
                    entropy += weights[i] * entropies[i];
                    deviance += weights[i] * deviances[i];
                }
            }
            // sum_i w y log(y / (E rate)): the parts -y + E rate add up to nothing at the mean rate
            double worst = sum == 0 ? 0 : 2 * (entropy - sum * Math.log(sum / exposed));
            return worst > 1e-12 * Math.max(1, sum) ? 1 - deviance / worst : Double.NaN;
        };
    }
}
