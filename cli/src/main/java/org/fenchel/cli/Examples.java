package org.fenchel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.libsvm.LibsvmReader;
import org.fenchel.io.source.DataFormat;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.LineNumbers;
import org.fenchel.io.table.Table;

/** What a data file held: columns with names, or sparse rows of numbers. */
sealed interface Examples {
    /** Number of rows. */
    int n();

    /** The rows with these numbers, in this order. */
    Examples select(int[] rows);

    /** Name of the file, for messages. */
    String source();

    /** Reads a file of either format, plain or gzip. */
    static Examples read(Path file, boolean surelyCsv, CsvFormat format) {
        if (surelyCsv || DataFormat.detect(file) == DataFormat.CSV) {
            return new Tabular(CsvReader.read(file, format));
        }
        return new Sparse(LibsvmReader.read(file, 0), file.toString());
    }

    /** Delimited text. */
    record Tabular(Table table) implements Examples {
        @Override
        public int n() {
            return table.n();
        }

        @Override
        public String source() {
            return table.source();
        }

        @Override
        public Tabular select(int[] rows) {
            List<Column> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                columns.add(
                        column instanceof Column.Numeric numeric
                                ? new Column.Numeric(column.name(), column.position(), pick(numeric.values(), rows))
                                : pick((Column.Categorical) column, rows));
            }
            LineNumbers lines = new LineNumbers();
            for (int k = 0; k < rows.length; k++) {
                lines.add(k, table.line(rows[k]));
            }
            return new Tabular(new Table(table.source(), rows.length, columns, lines));
        }

        private static Column pick(Column.Categorical column, int[] rows) {
            int[] codes = new int[rows.length];
            for (int k = 0; k < rows.length; k++) {
                codes[k] = column.codes()[rows[k]];
            }
            return new Column.Categorical(column.name(), column.position(), codes, column.levels());
        }

        private static double[] pick(double[] values, int[] rows) {
            double[] picked = new double[rows.length];
            for (int k = 0; k < rows.length; k++) {
                picked[k] = values[rows[k]];
            }
            return picked;
        }
    }

    /** LIBSVM text. */
    record Sparse(Dataset raw, String source) implements Examples {
        @Override
        public int n() {
            return raw.n();
        }

        @Override
        public Sparse select(int[] rows) {
            return new Sparse(raw.select(rows), source);
        }
    }
}
