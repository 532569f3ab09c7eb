package org.fenchel.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;

/** Small random problems of every kind, for the tests of solvers. Everything follows from the seed. */
public final class Problems {
    private Problems() {}

    /** Every loss of the catalogue with its defaults: a new loss is tested without a line here. */
    public static Stream<Loss> losses() {
        return Catalogue.of(Loss.class).entries().stream().map(Entry::defaults);
    }

    /** Penalties of every kind on d columns. */
    public static List<Penalty> penalties(int d) {
        int[] groups = new int[d];
        Arrays.setAll(groups, j -> j % 5 == 4 ? -1 : j / 3);
        return List.of(
                new None(),
                new L2(0.1),
                new L1(0.03),
                new ElasticNet(0.03, 0.1),
                new NonNegative(0, 0),
                new NonNegative(0.01, 0.1),
                new Box(-0.2, 0.3, 0.02, 0),
                new Box(0.01, 2, 0, 0.1),
                GroupL2.of(groups, 0.03, 0),
                GroupL2.of(groups, 0.03, 0.1).nonNegative());
    }

    /** Targets that suit the loss: two classes, counts with many zeros, or real numbers, each depending on z with much noise. */
    public static double target(Loss loss, double z, Random random) {
        if (!loss.accepts(-2.5) && loss.accepts(-1)) {
            return z + 2 * random.nextGaussian() > 0 ? 1 : -1;
        }
        if (!loss.accepts(-2.5)) {
            return Math.floor(3 * Math.abs(random.nextGaussian() * random.nextGaussian()));
        }
        return z + random.nextGaussian();
    }

    /**
     * Random data of which a part of the entries is not 0. Features are standard normal; not negative for the identity-link
     * Poisson loss, whose problems need a point of positive margins.
     *
     * @param density 1 gives dense rows, less gives sparse rows of which none is empty
     */
    public static Dataset data(Loss loss, int n, int d, double density, long seed) {
        Random random = new Random(seed);
        double[] truth =
                random.doubles(d, -1, 1).map(b -> b / Math.sqrt(d * density)).toArray();
        double[] values = new double[n * d];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int sure = random.nextInt(d);
            double z = 0;
            for (int j = 0; j < d; j++) {
                if (j == sure || random.nextDouble() < density) {
                    double x = random.nextGaussian();
                    values[i * d + j] = loss instanceof PoissonIdentity ? Math.abs(x) : x;
                    z += values[i * d + j] * truth[j];
                }
            }
            y[i] = target(loss, 2 * z, random);
        }
        DenseRows dense = DenseRows.wrap(n, d, values);
        return Dataset.of(density < 1 ? sparse(dense) : dense, y);
    }

    /** The same data with weights between 0.5 and 2 and offsets between 0 and 0.5. */
    public static Dataset weighted(Dataset data, long seed) {
        Random random = new Random(seed);
        return data.withWeights(random.doubles(data.n(), 0.5, 2).toArray())
                .withOffsets(random.doubles(data.n(), 0, 0.5).toArray());
    }

    /** The entries that are not 0. */
    public static SparseRows sparse(DenseRows rows) {
        int n = rows.n();
        int d = rows.d();
        int[] starts = new int[n + 1];
        int[] columns = new int[n * d];
        double[] values = new double[n * d];
        int end = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                double x = rows.values()[i * d + j];
                if (x != 0) {
                    columns[end] = j;
                    values[end++] = x;
                }
            }
            starts[i + 1] = end;
        }
        return SparseRows.wrap(d, starts, Arrays.copyOf(columns, end), Arrays.copyOf(values, end));
    }

    /** Ones where these rows have entries. */
    public static IndicatorRows indicator(SparseRows rows) {
        return IndicatorRows.wrap(rows.d(), rows.starts(), rows.columns());
    }

    /** Any rows with every entry stored. */
    public static DenseRows dense(org.fenchel.data.Rows rows) {
        double[] values = new double[rows.n() * rows.d()];
        double[] row = new double[rows.d()];
        for (int i = 0; i < rows.n(); i++) {
            Arrays.fill(row, 0);
            rows.axpy(1, i, row);
            System.arraycopy(row, 0, values, i * rows.d(), rows.d());
        }
        return DenseRows.wrap(rows.n(), rows.d(), values);
    }

    /** Standard normal entries times a size. */
    public static double[] vector(Random random, int d, double size) {
        double[] v = new double[d];
        Arrays.setAll(v, j -> size * random.nextGaussian());
        return v;
    }
}
