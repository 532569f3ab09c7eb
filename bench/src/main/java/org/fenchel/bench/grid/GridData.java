package org.fenchel.bench.grid;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.SparseRows;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.libsvm.LibsvmReader;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Squared;

/** Real data of the grid, from the folder FENCHEL_DATA, encoded as the command line would with {@code --scale standard}. */
final class GridData {
    private GridData() {}

    private static Path file(String name) {
        String folder = System.getenv("FENCHEL_DATA");
        if (folder == null) {
            throw InvalidInput.of("FENCHEL_DATA is not set", "let it name the folder of the data sets");
        }
        return Path.of(folder, name);
    }

    static Dataset libsvm(String name) {
        return LibsvmReader.read(file(name), 0);
    }

    /** A table without header, its target the last column. */
    static Dataset table(String name, Scale scale) {
        Table table = CsvReader.read(file(name), new CsvFormat());
        String target = table.columns().get(table.columns().size() - 1).name();
        return encoded(table, target, Set.of(), scale);
    }

    static Dataset table(String name, String target, Set<String> exclude, Scale scale) {
        return encoded(CsvReader.read(file(name), new CsvFormat()), target, exclude, scale);
    }

    private static Dataset encoded(Table table, String target, Set<String> exclude, Scale scale) {
        EncodingOptions options = new EncodingOptions(scale, Missing.DROP, exclude);
        return TrainingData.of(table, new Roles(target), options, new Squared(), null)
                .dataset();
    }

    /** +1 where the target is at least this, -1 elsewhere. */
    static Dataset signs(Dataset data, double from) {
        double[] y = new double[data.n()];
        Arrays.setAll(y, i -> data.target(i) >= from ? 1 : -1);
        return data.withTargets(y);
    }

    /** The targets less their mean, divided by their spread. */
    static Dataset standardised(Dataset data) {
        double[] y = data.targets().clone();
        double mean = Arrays.stream(y).average().orElse(0);
        double spread = Math.sqrt(
                Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElse(1));
        Arrays.setAll(y, i -> (y[i] - mean) / spread);
        return data.withTargets(y);
    }

    /** Pictures of digits, grey values in [0, 1], sparse; +1 for a 0. */
    static Dataset mnist(String part, int most) {
        try (DataInputStream images = open("mnist/" + part + "-images-idx3-ubyte.gz");
                DataInputStream labels = open("mnist/" + part + "-labels-idx1-ubyte.gz")) {
            images.skipNBytes(4);
            int n = Math.min(most, images.readInt());
            int d = images.readInt() * images.readInt();
            labels.skipNBytes(8);
            byte[] pixels = images.readNBytes(n * d);
            byte[] digits = labels.readNBytes(n);
            int[] starts = new int[n + 1];
            int[] columns = new int[n * d];
            double[] values = new double[n * d];
            double[] y = new double[n];
            int end = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < d; j++) {
                    int grey = pixels[i * d + j] & 0xff;
                    if (grey > 0) {
                        columns[end] = j;
                        values[end++] = grey / 255.0;
                    }
                }
                starts[i + 1] = end;
                y[i] = digits[i] == 0 ? 1 : -1;
            }
            return Dataset.of(SparseRows.wrap(d, starts, Arrays.copyOf(columns, end), Arrays.copyOf(values, end)), y);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DataInputStream open(String name) throws IOException {
        return new DataInputStream(new GZIPInputStream(Files.newInputStream(file(name)), 1 << 16));
    }

    /** The sample of RCV1 in the text form of Vowpal Wabbit: {@code label | index:value ...}. */
    static Dataset rcv1() {
        List<String> lines;
        try {
            lines = Files.readAllLines(file("rcv1-vw-sample/rcv1_small.dat"), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<Map<Integer, Double>> rows = new ArrayList<>();
        double[] y = new double[lines.size()];
        int d = 0;
        int entries = 0;
        for (int i = 0; i < y.length; i++) {
            String[] words = lines.get(i).strip().split("\\s+");
            y[i] = Double.parseDouble(words[0]) > 0 ? 1 : -1;
            Map<Integer, Double> row = new TreeMap<>();
            for (String word : words) {
                int colon = word.indexOf(':');
                if (colon > 0) {
                    int column = Integer.parseInt(word.substring(0, colon));
                    row.put(column, Double.parseDouble(word.substring(colon + 1)));
                    d = Math.max(d, column + 1);
                }
            }
            rows.add(row);
            entries += row.size();
        }
        int[] starts = new int[y.length + 1];
        int[] columns = new int[entries];
        double[] values = new double[entries];
        int end = 0;
        for (int i = 0; i < y.length; i++) {
            for (Map.Entry<Integer, Double> entry : rows.get(i).entrySet()) {
                columns[end] = entry.getKey();
                values[end++] = entry.getValue();
            }
            starts[i + 1] = end;
        }
        return Dataset.of(SparseRows.wrap(d, starts, columns, values), y);
    }

    /** The same data twice are read once. */
    static Supplier<Dataset> once(Supplier<Dataset> source) {
        Dataset[] known = new Dataset[1];
        return () -> {
            if (known[0] == null) {
                known[0] = source.get();
            }
            return known[0];
        };
    }

    /** The rows as they are, stored dense. */
    static Dataset dense(Dataset data) {
        double[] x = new double[data.n() * data.d()];
        double[] row = new double[data.d()];
        for (int i = 0; i < data.n(); i++) {
            Arrays.fill(row, 0);
            data.rows().axpy(1, i, row);
            System.arraycopy(row, 0, x, i * row.length, row.length);
        }
        return Dataset.of(DenseRows.wrap(data.n(), data.d(), x), data.targets());
    }
}
