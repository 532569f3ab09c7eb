package org.fenchel.io.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.fenchel.data.Dataset;
import org.fenchel.io.RealData;

/**
 * Data sets of M. Bompaire, E. Bacry, S. Gaïffas, arXiv 1807.03545 (2018), section 4.1, as their experiments have them: numbers
 * scaled to [0, 1], categories one-hot.
 */
final class CountProblems {
    private CountProblems() {}

    /** Quality of white wines by their eleven measures. */
    static Dataset wine() {
        List<String[]> rows = rows("uci-wine-quality-white/winequality-white.csv", ";");
        assertThat(rows).hasSize(4898);
        List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < 11; j++) {
            columns.add(scaled(rows, j));
        }
        return dataset(columns, rows, 11);
    }

    /** Total interactions of 495 posts without missing cells; not by comments, likes and shares, which add up to them. */
    static Dataset facebook() {
        List<String[]> rows = rows("uci-facebook-metrics/dataset_Facebook.csv", ",");
        assertThat(rows).hasSize(500);
        rows.removeIf(row -> {
            for (String cell : row) {
                if (cell.isBlank()) {
                    return true;
                }
            }
            return false;
        });
        assertThat(rows).hasSize(495);
        List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < 15; j++) {
            // type, category, month, weekday, hour
            if (1 <= j && j <= 5) {
                oneHot(rows, j, columns);
            } else {
                columns.add(scaled(rows, j));
            }
        }
        return dataset(columns, rows, 18);
    }

    private static List<String[]> rows(String name, String separator) {
        try {
            List<String[]> rows = new ArrayList<>();
            List<String> lines = Files.readAllLines(RealData.file(name));
            for (String line : lines.subList(1, lines.size())) {
                if (!line.isBlank()) {
                    rows.add(line.split(separator, -1));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double[] scaled(List<String[]> rows, int column) {
        double[] values = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .toArray();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - low) / (high - low);
        }
        return values;
    }

    private static void oneHot(List<String[]> rows, int column, List<double[]> columns) {
        TreeSet<String> kinds = new TreeSet<>();
        rows.forEach(row -> kinds.add(row[column]));
        for (String kind : kinds) {
            columns.add(rows.stream()
                    .mapToDouble(row -> row[column].equals(kind) ? 1 : 0)
                    .toArray());
        }
    }

    private static Dataset dataset(List<double[]> columns, List<String[]> rows, int target) {
        double[][] x = new double[rows.size()][columns.size()];
        double[] y = new double[rows.size()];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < columns.size(); j++) {
                x[i][j] = columns.get(j)[i];
            }
            y[i] = Double.parseDouble(rows.get(i)[target]);
        }
        return Dataset.of(x, y);
    }
}
