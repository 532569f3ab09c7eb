package org.fenchel.io.libsvm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.io.source.Source;
import org.fenchel.io.source.TextInput;

/**
 * Reads LIBFFM text: each line a label, then {@code field:index:value} triples in any order, indices from 0. Features are the
 * indices, from feature 1 for index 0; each belongs to the field it is first seen with. A feature that a line names twice has the
 * sum of its values.
 */
public final class LibffmReader {
    private static final int BUFFER = 1 << 20;
    private static final int FLUSHED = 1 << 16;
    private static final int LARGEST = LibsvmReader.LARGEST_INDEX;

    private final Source source;
    private int rows;
    private int[] starts = new int[1 << 12];
    private double[] labels = new double[1 << 12];
    private int[] columns = new int[1 << 16];
    private double[] values = new double[1 << 16];
    private int entries;
    private int[] fields = new int[1 << 12];
    private int largest = -1;
    private long line;

    private LibffmReader(Source source) {
        this.source = source;
        Arrays.fill(fields, -1);
    }

    /**
     * What a file holds.
     *
     * @param fields the field of each feature, 0 for indices that no line has
     */
    public record Fields(Dataset dataset, int[] fields) {}

    /**
     * Reads a file, gzip-compressed or not. Memory: the result, twice while its arrays grow.
     *
     * @throws InvalidInput for every mistake in the file, with its line and the position in the line
     */
    public static Fields read(Path file) {
        return new LibffmReader(Source.of(file)).read();
    }

    /**
     * Reads a file some rows at a time, and keeps nothing of them.
     *
     * @param sink is given the rows in their order
     * @return the field of each feature, 0 for indices that no line has
     * @throws InvalidInput for every mistake in the file, with its line and the position in the line
     */
    public static int[] each(Path file, Consumer<RowBlock> sink) {
        LibffmReader reader = new LibffmReader(Source.of(file));
        reader.lines(() -> {
            if (reader.entries >= FLUSHED) {
                reader.flush(sink);
            }
        });
        reader.flush(sink);
        return reader.fields();
    }

    private void flush(Consumer<RowBlock> sink) {
        boolean ones = ones();
        sink.accept(new RowBlock(
                rows,
                Arrays.copyOf(labels, rows),
                Arrays.copyOfRange(starts, 1, rows + 1),
                Arrays.copyOf(columns, entries),
                ones ? null : Arrays.copyOf(values, entries),
                largest + 1));
        rows = 0;
        entries = 0;
    }

    private Fields read() {
        lines(() -> {});
        return result();
    }

    private void lines(Runnable afterEach) {
        byte[] buffer = new byte[BUFFER];
        int held = 0;
        try (TextInput in = source.open()) {
            while (true) {
                if (held == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length); // a line longer than that
                }
                int got = in.read(buffer, held, buffer.length - held);
                held += got;
                int from = 0;
                for (int p = 0; p < held; p++) {
                    if (buffer[p] == '\n') {
                        parse(buffer, from, p);
                        afterEach.run();
                        from = p + 1;
                    }
                }
                System.arraycopy(buffer, from, buffer, 0, held - from);
                held -= from;
                if (got == 0) {
                    if (held > 0) {
                        parse(buffer, 0, held);
                    }
                    return;
                }
            }
        }
    }

    private void parse(byte[] bytes, int from, int to) {
        line++;
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        int comment = text.indexOf('#');
        String[] tokens =
                (comment < 0 ? text : text.substring(0, comment)).trim().split("[ \t]+");
        if (tokens.length == 1 && tokens[0].isEmpty()) {
            return;
        }
        if (rows + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            labels = Arrays.copyOf(labels, 2 * labels.length);
        }
        labels[rows] = number(tokens[0], text, "a label");
        int begin = entries;
        for (int t = 1; t < tokens.length; t++) {
            triple(tokens[t], text);
        }
        sort(begin);
        starts[++rows] = entries;
    }

    private void triple(String token, String text) {
        int first = token.indexOf(':');
        int second = token.indexOf(':', first + 1);
        if (first < 1 || second < 0) {
            throw mistake(text, token, "'" + token + "' is no field:index:value", "correct the line");
        }
        int field = index(token.substring(0, first), text, "field");
        int index = index(token.substring(first + 1, second), text, "index");
        double value = number(token.substring(second + 1), text, "a value");
        if (index > largest) {
            largest = index;
            if (index >= fields.length) {
                int length = fields.length;
                fields = Arrays.copyOf(fields, Math.max(index + 1, 2 * length));
                Arrays.fill(fields, length, fields.length, -1);
            }
        }
        if (fields[index] < 0) {
            fields[index] = field;
        }
        if (value != 0) {
            if (entries == columns.length) {
                columns = Arrays.copyOf(columns, 2 * entries);
                values = Arrays.copyOf(values, 2 * entries);
            }
            columns[entries] = index;
            values[entries++] = value;
        }
    }

    /** Brings the entries of the last row into order, by insertion since rows are short, and adds up those of one feature. */
    private void sort(int begin) {
        for (int k = begin + 1; k < entries; k++) {
            int column = columns[k];
            double value = values[k];
            int at = k;
            for (; at > begin && columns[at - 1] > column; at--) {
                columns[at] = columns[at - 1];
                values[at] = values[at - 1];
            }
            columns[at] = column;
            values[at] = value;
        }
        int end = begin;
        for (int k = begin; k < entries; k++) {
            if (end > begin && columns[end - 1] == columns[k]) {
                values[end - 1] += values[k];
            } else {
                columns[end] = columns[k];
                values[end++] = values[k];
            }
        }
        entries = end;
    }

    private int index(String text, String inLine, String what) {
        int value = -1;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            value = -1;
        }
        if (value < 0 || value > LARGEST) {
            throw mistake(
                    inLine,
                    text,
                    "the " + what + " '" + text + "' is no whole number from 0 to " + LARGEST,
                    "correct it");
        }
        return value;
    }

    private double number(String text, String inLine, String what) {
        double value = Double.NaN;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            throw mistake(inLine, text, "'" + text + "' is not " + what + " that is a finite number", "correct it");
        }
        return value;
    }

    private InvalidInput mistake(String inLine, String token, String problem, String advice) {
        return InvalidInput.at(source.name(), line, Math.max(1, inLine.indexOf(token) + 1), problem, advice);
    }

    private Fields result() {
        if (rows == 0) {
            throw InvalidInput.at(source.name(), 0, 0, "it has no rows", "give at least one line");
        }
        int[] rowStarts = Arrays.copyOf(starts, rows + 1);
        int[] rowColumns = Arrays.copyOf(columns, entries);
        Rows matrix = ones()
                ? IndicatorRows.wrap(largest + 1, rowStarts, rowColumns)
                : SparseRows.wrap(largest + 1, rowStarts, rowColumns, Arrays.copyOf(values, entries));
        return new Fields(Dataset.of(matrix, Arrays.copyOf(labels, rows)), fields());
    }

    private boolean ones() {
        boolean ones = true;
        for (int k = 0; k < entries; k++) {
            ones &= values[k] == 1;
        }
        return ones;
    }

    private int[] fields() {
        int[] fieldOf = Arrays.copyOf(fields, largest + 1);
        for (int j = 0; j < fieldOf.length; j++) {
            fieldOf[j] = Math.max(0, fieldOf[j]);
        }
        return fieldOf;
    }
}
