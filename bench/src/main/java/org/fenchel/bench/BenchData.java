package org.fenchel.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.SparseRows;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.libsvm.LibsvmReader;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/** The data that benches run on: real sets from the folder FENCHEL_DATA, and seeded synthetic ones. */
final class BenchData {
    private BenchData() {}

    static Path file(String name) {
        String folder = System.getenv("FENCHEL_DATA");
        if (folder == null) {
            throw InvalidInput.of("FENCHEL_DATA is not set", "let it name the folder of the data sets");
        }
        return Path.of(folder, name);
    }

    /** a9a: 32,561 rows of 123 indicators, labels -1 and +1. */
    static Dataset a9a() {
        return LibsvmReader.read(file("libsvm-a9a/a9a.gz"), 0);
    }

    /** w8a: 49,749 rows of 300 indicators, labels -1 and +1. */
    static Dataset w8a() {
        return LibsvmReader.read(file("libsvm-w8a/w8a.gz"), 0);
    }

    /** Spambase: 4,601 rows, the first 56 features min-max scaled, labels -1 and +1. */
    static Dataset spambase() {
        Table table = CsvReader.read(file("spambase/spambase.data"), new CsvFormat());
        int n = table.n();
        double[] x = new double[n * 56];
        for (int j = 0; j < 56; j++) {
            double[] column = numbers(table, j);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double v : column) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
            for (int i = 0; i < n; i++) {
                x[i * 56 + j] = (column[i] - low) / (high - low);
            }
        }
        double[] y = numbers(table, 57).clone();
        for (int i = 0; i < n; i++) {
            y[i] = y[i] > 0 ? 1 : -1;
        }
        return Dataset.of(DenseRows.wrap(n, 56, x), y);
    }

    private static double[] numbers(Table table, int column) {
        return ((Column.Numeric) table.columns().get(column)).values();
    }

    /** Standard normal features, labels from a noisy linear rule. */
    static Dataset dense(int n, int d) {
        SplittableRandom random = new SplittableRandom(1);
        double[] rule = normal(random, d);
        double[] x = normal(random, n * d);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double z = random.nextGaussian() * Math.sqrt(d) / 2;
            for (int j = 0; j < d; j++) {
                z += x[i * d + j] * rule[j];
            }
            y[i] = z > 0 ? 1 : -1;
        }
        return Dataset.of(DenseRows.wrap(n, d, x), y);
    }

    private static double[] normal(SplittableRandom random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    /** Rows of up to {@code most} distinct columns drawn by Zipf's law with exponent 1.1, values standard normal. */
    static Dataset sparse(int n, int d, int most) {
        SplittableRandom random = new SplittableRandom(2);
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
            double z = random.nextGaussian();
            for (int k = 0; k < count; k++) {
                columns[end] = drawn[k];
                values[end] = random.nextGaussian();
                z += values[end] * rule[drawn[k]];
                end++;
            }
            starts[i + 1] = end;
            y[i] = z > 0 ? 1 : -1;
        }
        return Dataset.of(SparseRows.wrap(d, starts, columns, values), y);
    }

    /** Pixels of which 19 % are not 0, as in handwritten digits, and a class for each row; rows dense or sparse. */
    static Dataset pixels(int n, int d, int classes, boolean sparse) {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = new double[n * d];
        int[] starts = new int[n + 1];
        int[] columns = new int[sparse ? n * d : 0];
        double[] entries = new double[sparse ? n * d : 0];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = i % classes;
            int end = starts[i];
            for (int j = 0; j < d; j++) {
                if (random.nextDouble() < 0.19) {
                    values[i * d + j] = random.nextDouble();
                    if (sparse) {
                        columns[end] = j;
                        entries[end++] = values[i * d + j];
                    }
                }
            }
            starts[i + 1] = end;
        }
        return Dataset.of(
                sparse
                        ? SparseRows.wrap(
                                d, starts, Arrays.copyOf(columns, starts[n]), Arrays.copyOf(entries, starts[n]))
                        : DenseRows.wrap(n, d, values),
                y);
    }
}
