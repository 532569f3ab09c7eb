package org.fenchel.cli.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.image.LabelledPictures;
import org.fenchel.io.image.Pictures;
import org.fenchel.io.libsvm.LibffmReader;
import org.fenchel.io.libsvm.LibsvmReader;
import org.fenchel.io.ratings.MovieLens;
import org.fenchel.io.source.DataFormat;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.LineNumbers;
import org.fenchel.io.table.Table;

/** What a data file held: columns with names, or rows of numbers. */
public sealed interface Examples {
    /** Number of rows. */
    int n();

    /** The rows with these numbers, in this order. */
    Examples select(int[] rows);

    /** Name of the file, for messages. */
    String source();

    /**
     * Refuses data whose targets are not known.
     *
     * @throws InvalidInput if they are not
     */
    default void requireTargets() {}

    /** Reads a file of any format, plain or gzip. */
    static Examples read(Path file, boolean surelyCsv, CsvFormat format) {
        if (!surelyCsv && Pictures.are(file)) {
            return Pictured.read(file);
        }
        if (!surelyCsv && MovieLens.is(file)) {
            return new Tabular(MovieLens.read(file));
        }
        DataFormat found = surelyCsv ? DataFormat.CSV : DataFormat.detect(file);
        return switch (found) {
            case CSV -> new Tabular(CsvReader.read(file, format));
            case LIBSVM -> new Sparse(LibsvmReader.read(file, 0), file.toString());
            case LIBFFM -> {
                LibffmReader.Fields read = LibffmReader.read(file);
                yield new Fielded(read.dataset(), file.toString(), read.fields());
            }
        };
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

    /** Rows of numbers. */
    sealed interface Numbered extends Examples {
        /** The rows with their targets. */
        Dataset raw();

        @Override
        Numbered select(int[] rows);

        /** What they are, as in "a file of pictures". */
        String form();
    }

    /** LIBSVM text. */
    record Sparse(Dataset raw, String source) implements Numbered {
        @Override
        public int n() {
            return raw.n();
        }

        @Override
        public Sparse select(int[] rows) {
            return new Sparse(raw.select(rows), source);
        }

        @Override
        public String form() {
            return "LIBSVM data";
        }
    }

    /**
     * LIBFFM text.
     *
     * @param fields the field of each feature
     */
    record Fielded(Dataset raw, String source, int[] fields) implements Numbered {
        @Override
        public int n() {
            return raw.n();
        }

        @Override
        public Fielded select(int[] rows) {
            return new Fielded(raw.select(rows), source, fields);
        }

        @Override
        public String form() {
            return "LIBFFM data";
        }
    }

    /**
     * Pictures.
     *
     * @param size in words, as in "28 x 28"
     * @param labelled whether there were labels; otherwise all targets are 0
     */
    record Pictured(Dataset raw, String source, String size, boolean labelled) implements Numbered {
        /** Reads pictures, with the labels beside them where there are any. */
        public static Pictured read(Path images) {
            Optional<Path> labels = LabelledPictures.labelsBeside(images);
            Pictures pictures;
            Dataset raw;
            if (labels.isPresent()) {
                LabelledPictures both = LabelledPictures.read(images, labels.get());
                pictures = both.pictures();
                raw = both.dataset();
            } else {
                pictures = Pictures.read(images);
                raw = Dataset.of(pictures.rows(), new double[pictures.n()]).withFeatureNames(pictures.pixelNames());
            }
            return new Pictured(
                    raw, images.toString(), pictures.height() + " x " + pictures.width(), labels.isPresent());
        }

        @Override
        public int n() {
            return raw.n();
        }

        @Override
        public Pictured select(int[] rows) {
            return new Pictured(raw.select(rows), source, size, labelled);
        }

        @Override
        public String form() {
            return "a file of pictures";
        }

        @Override
        public void requireTargets() {
            if (!labelled) {
                throw InvalidInput.at(
                        source,
                        0,
                        0,
                        "these pictures have no labels",
                        "put the file of labels beside them, named alike: ...-labels-idx1-ubyte for"
                                + " ...-images-idx3-ubyte");
            }
        }
    }
}
