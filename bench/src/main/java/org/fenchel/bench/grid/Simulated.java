package org.fenchel.bench.grid;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.fenchel.bench.ZipfColumns;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.SparseRows;

/** Seeded data of every shape, with targets that are numbers: a linear rule and as much noise. */
final class Simulated {
    private Simulated() {}

    /**
     * Normal rows whose covariance has eigenvalues falling from 1 to 1 / condition, evenly on the logarithmic scale, in a basis that is
     * not that of the columns.
     */
    static Dataset dense(int n, int d, double condition, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = normal(random, n * d);
        double[] scale = new double[d];
        Arrays.setAll(scale, j -> Math.pow(condition, -0.5 * j / Math.max(1, d - 1)));
        double[] mirror = normal(random, d);
        double norm = Arrays.stream(mirror).map(v -> v * v).sum();
        double[] rule = normal(random, d);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int row = i * d;
            double along = 0;
            for (int j = 0; j < d; j++) {
                x[row + j] *= scale[j];
                along += x[row + j] * mirror[j];
            }
            double z = 0;
            for (int j = 0; j < d; j++) {
                if (condition > 1) {
                    x[row + j] -= 2 * along / norm * mirror[j];
                }
                z += x[row + j] * rule[j];
            }
            y[i] = z;
        }
        return noisy(Dataset.of(DenseRows.wrap(n, d, x), y), random);
    }

    /** Rows of up to {@code most} distinct columns drawn by Zipf's law with exponent 1.1, of norm 1, as of texts. */
    static Dataset sparse(int n, int d, int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ZipfColumns zipf = new ZipfColumns(d);
        double[] rule = normal(random, d);
        int[] starts = new int[n + 1];
        int[] columns = new int[n * most];
        double[] values = new double[n * most];
        double[] y = new double[n];
        int[] drawn = new int[most];
        for (int i = 0; i < n; i++) {
            int count = zipf.draw(random, drawn);
            int end = starts[i];
            double square = 0;
            for (int k = 0; k < count; k++) {
                columns[end] = drawn[k];
                values[end] = 0.5 + random.nextDouble();
                square += values[end] * values[end];
                end++;
            }
            for (int t = starts[i]; t < end; t++) {
                values[t] /= Math.sqrt(square);
                y[i] += values[t] * rule[columns[t]];
            }
            starts[i + 1] = end;
        }
        int entries = starts[n];
        return noisy(
                Dataset.of(
                        SparseRows.wrap(d, starts, Arrays.copyOf(columns, entries), Arrays.copyOf(values, entries)), y),
                random);
    }

    private static Dataset noisy(Dataset data, SplittableRandom random) {
        double[] y = data.targets().clone();
        double spread = Math.sqrt(Arrays.stream(y).map(v -> v * v).average().orElse(1));
        Arrays.setAll(y, i -> y[i] / spread + 0.5 * random.nextGaussian());
        return data.withTargets(y);
    }

    private static double[] normal(SplittableRandom random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
