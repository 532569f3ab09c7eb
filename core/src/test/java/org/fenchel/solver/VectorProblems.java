package org.fenchel.solver;

import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.Rows;
import org.fenchel.loss.VectorLoss;

/** Small random problems of several classes. Everything follows from the seed. */
public final class VectorProblems {
    private VectorProblems() {}

    /** Every loss of the catalogue. */
    public static Stream<VectorLoss> losses() {
        return Catalogue.of(VectorLoss.class).entries().stream().map(Entry::defaults);
    }

    /**
     * Standard normal features of which a part is not 0, and the class whose noisy linear score is largest; each class has a row.
     *
     * @param density 1 gives dense rows, less gives sparse rows
     */
    public static Dataset data(int n, int d, int classes, double density, long seed) {
        Random random = new Random(seed);
        double[] truth = random.doubles(d * classes, -1, 1).toArray();
        double[] values = new double[n * d];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double[] z = new double[classes];
            for (int j = 0; j < d; j++) {
                if (random.nextDouble() < density) {
                    values[i * d + j] = random.nextGaussian();
                    for (int k = 0; k < classes; k++) {
                        z[k] += values[i * d + j] * truth[j * classes + k];
                    }
                }
            }
            for (int k = 0; k < classes; k++) {
                z[k] += random.nextGaussian() - 0.3 * k;
                y[i] = z[k] > z[(int) y[i]] ? k : y[i];
            }
            y[i] = i < classes ? i : y[i];
        }
        DenseRows dense = DenseRows.wrap(n, d, values);
        Rows rows = density < 1 ? Problems.sparse(dense) : dense;
        return Dataset.of(rows, y);
    }
}
