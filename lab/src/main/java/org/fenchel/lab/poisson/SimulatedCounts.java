package org.fenchel.lab.poisson;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.lab.DataUsed;

/**
 * Counts that follow a linear Poisson regression: weights w are standard normal, three of ten set to 0, all divided by 30;
 * features are |N(0,1)| / d; rows with x'w at most 0.1 are drawn again as |N(0,1)| until none is left; y ~ Poisson(x'w).
 *
 * @param n rows
 * @param d features
 * @param seed everything follows from it
 */
public record SimulatedCounts(int n, int d, long seed) {
    private static final double LEAST_RATE = 0.1;

    /** Makes them. */
    public Dataset dataset() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] w = weights(random, normal);
        double[] x = new double[Math.multiplyExact(n, d)];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double rate = row(x, i, w, normal, 1.0 / d);
            while (!(rate > LEAST_RATE)) {
                rate = row(x, i, w, normal, 1);
            }
            y[i] = PoissonSampler.of(random, rate).sample();
        }
        return Dataset.of(DenseRows.wrap(n, d, x), y);
    }

    /** Which three of ten are 0 is drawn without replacement. */
    private double[] weights(UniformRandomProvider random, ZigguratSampler.NormalizedGaussian normal) {
        double[] w = new double[d];
        int zeros = 3 * d / 10;
        for (int j = 0; j < d; j++) {
            double drawn = normal.sample() / 30;
            boolean zero = random.nextInt(d - j) < zeros;
            zeros -= zero ? 1 : 0;
            w[j] = zero ? 0 : drawn;
        }
        return w;
    }

    private double row(double[] x, int i, double[] w, ZigguratSampler.NormalizedGaussian normal, double factor) {
        double rate = 0;
        for (int j = 0; j < d; j++) {
            double value = Math.abs(normal.sample()) * factor;
            x[i * d + j] = value;
            rate += value * w[j];
        }
        return rate;
    }

    /** What is said of them. */
    DataUsed used() {
        return new DataUsed("simulated-counts(n=" + n + ",d=" + d + ",seed=" + seed + ")", n, d, "");
    }
}
