package org.fenchel.metric;

/**
 * Share of the targets' variance that is explained, {@code 1 - sum w (y - p)^2 / sum w (y - mean)^2}, the mean being that of
 * the rows it is measured on; negative for predictions worse than that mean. Not defined for constant targets.
 */
public record RSquared() implements Metric<Scored> {
    @Override
    public String name() {
        return "r2";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Statistic over(Scored rows) {
        int n = rows.n();
        double[] targets = rows.targets();
        double[] errors = new double[n];
        double center = 0; // near the mean, so that the variance is no difference of large numbers
        for (int i = 0; i < n; i++) {
            double error = targets[i] - rows.predictions()[i];
            errors[i] = error * error;
            center += targets[i] / n;
        }
        double about = center;
        return weights -> {
            double total = 0;
            double sum = 0;
            double squares = 0;
            double missed = 0;
            for (int i = 0; i < weights.length; i++) {
                double y = targets[i] - about;
                total += weights[i];
                sum += weights[i] * y;
                squares += weights[i] * y * y;
                missed += weights[i] * errors[i];
            }
            double spread = squares - sum * sum / total;
            return spread > 0 ? 1 - missed / spread : Double.NaN;
        };
    }
}
