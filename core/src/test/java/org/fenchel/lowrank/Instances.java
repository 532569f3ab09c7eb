package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.fenchel.data.ObservedEntries;
import org.fenchel.loss.Absolute;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.problem.lowrank.ResidualNorm;

/** Matrices for tests: small random ones, and those that were solved by a numpy program, which stand beside the folder of the data sets. */
final class Instances {
    private Instances() {}

    /** A noisy matrix of rank 2, of which a part is known. */
    static ObservedEntries noisy(int m, int n, double share, long seed) {
        Random random = new Random(seed);
        double[][] a = new double[m][2];
        double[][] b = new double[n][2];
        for (double[] row : a) {
            row[0] = random.nextGaussian();
            row[1] = random.nextGaussian();
        }
        for (double[] row : b) {
            row[0] = random.nextGaussian();
            row[1] = random.nextGaussian();
        }
        int[] rows = new int[m * n];
        int[] columns = new int[m * n];
        double[] values = new double[m * n];
        int count = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                if (random.nextDouble() < share) {
                    rows[count] = i;
                    columns[count] = j;
                    values[count++] = a[i][0] * b[j][0] + a[i][1] * b[j][1] + 0.1 * random.nextGaussian();
                }
            }
        }
        return ObservedEntries.of(
                m, n, Arrays.copyOf(rows, count), Arrays.copyOf(columns, count), Arrays.copyOf(values, count));
    }

    /** A random matrix of this rank. */
    static LowRankMatrix random(int m, int n, int rank, long seed) {
        Random random = new Random(seed);
        double[] left = random.doubles((long) m * rank, -1, 1).toArray();
        double[] right = random.doubles((long) n * rank, -1, 1).toArray();
        return LowRankMatrix.product(m, n, rank, left, right);
    }

    /** Entries of a file of the reference, its column of values counted from 0. */
    static ObservedEntries read(String name, int m, int n, int valueColumn) {
        String folder = System.getenv("FENCHEL_DATA");
        assumeTrue(folder != null, "skipped: set FENCHEL_DATA to the folder of the data sets to read " + name);
        Path file = Path.of(folder, "..", "reference", "nuclear", name);
        assertThat(Files.exists(file)).as("%s exists", file).isTrue();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String[]> lines = in.lines().map(line -> line.split(",")).toList();
            return ObservedEntries.of(
                    m,
                    n,
                    lines.stream().mapToInt(cells -> Integer.parseInt(cells[0])).toArray(),
                    lines.stream().mapToInt(cells -> Integer.parseInt(cells[1])).toArray(),
                    lines.stream()
                            .mapToDouble(cells -> Double.parseDouble(cells[valueColumn]))
                            .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A problem with a known optimum: objective, rank and nuclear norm of the solution, as the numpy program found them. */
    enum Solved {
        E1_200(0.333983209900, 7, 1.949899),
        E1_200_INTERPOLATING(0.125116007877, 61, 2.502320),
        E1_1000(0.186181699907, 5, 2.155035),
        MOVIELENS_SMALL(0.739531707496, 46, 423.538866),
        MOVIELENS_100K(0.686451128874, 70, 820.4904);

        final double objective;
        final int rank;
        final double nuclearNorm;

        Solved(double objective, int rank, double nuclearNorm) {
            this.objective = objective;
            this.rank = rank;
            this.nuclearNorm = nuclearNorm;
        }

        LowRankFit problem() {
            DataFit absolute = new MeanLoss(new Absolute());
            return switch (this) {
                case E1_200 -> LowRankFit.of(read("e1_n200.csv.gz", 200, 200, 2), new ResidualNorm(), 0.14);
                case E1_200_INTERPOLATING ->
                    LowRankFit.of(read("e1_n200.csv.gz", 200, 200, 2), new ResidualNorm(), 0.05);
                case E1_1000 -> LowRankFit.of(read("e1_n1000.csv.gz", 1000, 1000, 2), new ResidualNorm(), 0.065);
                case MOVIELENS_SMALL ->
                    LowRankFit.of(read("mlsmall_train.csv.gz", 200, 300, 3), absolute, 14.0 / 23151);
                case MOVIELENS_100K -> LowRankFit.of(read("ml100k_train.csv.gz", 943, 1682, 3), absolute, 18.0 / 80000);
            };
        }
    }
}
