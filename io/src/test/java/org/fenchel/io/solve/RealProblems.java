package org.fenchel.io.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.io.RealData;
import org.fenchel.io.libsvm.LibsvmReader;

/** Real data as the tests of solvers want it: raw numbers, two classes as -1 and +1. Small files of plain numbers are split here. */
final class RealProblems {
    private RealProblems() {}

    static Dataset libsvm(String file, int features) {
        return LibsvmReader.read(RealData.file(file), features);
    }

    /** All 57 features, unscaled. */
    static Dataset spambase() {
        return signs(numbers(lines("spambase/spambase.data", ","), 0, 57, 57), 1);
    }

    /** The first 56 features, each scaled to [0, 1] over all rows. */
    static Dataset scaledSpambase() {
        Dataset all = signs(numbers(lines("spambase/spambase.data", ","), 0, 56, 57), 1);
        double[] values = ((DenseRows) all.rows()).values().clone();
        for (int j = 0; j < 56; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < all.n(); i++) {
                low = Math.min(low, values[i * 56 + j]);
                high = Math.max(high, values[i * 56 + j]);
            }
            for (int i = 0; i < all.n(); i++) {
                values[i * 56 + j] = (values[i * 56 + j] - low) / (high - low);
            }
        }
        return Dataset.of(DenseRows.wrap(all.n(), 56, values), all.targets());
    }

    /** Rows with a missing number dropped, and the sample's number as well; 4 is malignant. */
    static Dataset breastCancer() {
        List<String[]> rows = lines("uci-breast-cancer-wisconsin/breast-cancer-wisconsin.data", ",");
        rows.removeIf(row -> Arrays.asList(row).contains("?"));
        assertThat(rows).hasSize(683);
        return signs(numbers(rows, 1, 10, 10), 4);
    }

    /** Rings by sex (F, I, M one-hot) and seven measures. */
    static Dataset abalone() {
        List<String[]> rows = new ArrayList<>();
        for (String[] row : lines("uci-abalone/abalone.csv", ",")) {
            String[] coded = new String[11];
            for (int k = 0; k < 3; k++) {
                coded[k] = "FIM".indexOf(row[0]) == k ? "1" : "0";
            }
            System.arraycopy(row, 1, coded, 3, 8);
            rows.add(coded);
        }
        assertThat(rows).hasSize(4177);
        return numbers(rows, 0, 10, 10);
    }

    /** Rentals of an hour (cnt) by all other numbers but its two summands; the row's number and the date are dropped. */
    static Dataset bikeSharing() {
        Path file = RealData.file("uci-bike-sharing/Bike-Sharing-Dataset.zip");
        List<String[]> rows = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream hours = zip.getInputStream(zip.getEntry("hour.csv"))) {
            String text = new String(hours.readAllBytes(), StandardCharsets.US_ASCII);
            text.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",");
                String[] kept = Arrays.copyOfRange(cells, 2, 15);
                kept[12] = cells[16];
                rows.add(kept);
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(rows).hasSize(17379);
        return numbers(rows, 0, 12, 12);
    }

    private static List<String[]> lines(String name, String separator) {
        try {
            List<String[]> rows = new ArrayList<>();
            for (String line : Files.readAllLines(RealData.file(name))) {
                if (!line.isBlank()) {
                    rows.add(line.split(separator));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Dataset numbers(List<String[]> rows, int from, int to, int target) {
        double[][] x = new double[rows.size()][to - from];
        double[] y = new double[rows.size()];
        for (int i = 0; i < y.length; i++) {
            String[] row = rows.get(i);
            for (int j = from; j < to; j++) {
                x[i][j - from] = Double.parseDouble(row[j]);
            }
            y[i] = Double.parseDouble(row[target]);
        }
        return Dataset.of(x, y);
    }

    private static Dataset signs(Dataset data, double positive) {
        return data.withTargets(
                Arrays.stream(data.targets()).map(y -> y == positive ? 1 : -1).toArray());
    }

    /** Any data with every entry stored. */
    static Dataset dense(Dataset data) {
        int d = data.d();
        double[] values = new double[data.n() * d];
        double[] row = new double[d];
        for (int i = 0; i < data.n(); i++) {
            Arrays.fill(row, 0);
            data.rows().axpy(1, i, row);
            System.arraycopy(row, 0, values, i * d, d);
        }
        return Dataset.of(DenseRows.wrap(data.n(), d, values), data.targets());
    }
}
