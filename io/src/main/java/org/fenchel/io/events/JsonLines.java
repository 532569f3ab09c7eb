package org.fenchel.io.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.source.Source;
import org.fenchel.io.source.TextInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.LineNumbers;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/** Files with a JSON object a line: the fields that are wanted, as the columns of a table. */
final class JsonLines {
    private JsonLines() {}

    /** Whether the first character of a file that is not white space is a brace. */
    static boolean are(Path file) {
        try (TextInput input = Source.of(file).open()) {
            byte[] head = new byte[4096];
            int length = input.read(head, 0, head.length);
            for (int k = 0; k < length; k++) {
                if (!Character.isWhitespace(head[k])) {
                    return head[k] == '{';
                }
            }
            return false;
        }
    }

    static Table read(Path file, EventColumns columns) {
        List<Fields> all = new ArrayList<>();
        add(all, columns.node());
        add(all, columns.sequence());
        int words = all.size();
        add(all, columns.time());
        add(all, columns.mark());
        add(all, columns.start());
        add(all, columns.end());
        LineNumbers lines = new LineNumbers();
        int n = 0;
        String name = file.toString();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new Bytes(Source.of(file).open()), StandardCharsets.UTF_8))) {
            long line = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    try {
                        JsonObject object = JsonObject.parse(text);
                        all.forEach(field -> field.add(object));
                    } catch (InvalidInput mistake) {
                        throw mistake.in(name, line, 0);
                    }
                    lines.add(n++, line);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<Column> made = new ArrayList<>();
        for (Fields field : all) {
            made.add(field.column(made.size(), made.size() >= words));
        }
        return new Table(name, n, made, lines);
    }

    private static void add(List<Fields> all, @Nullable String name) {
        if (name != null) {
            all.add(new Fields(name));
        }
    }

    /** The values of one field. */
    private static final class Fields {
        private final String name;
        private final Map<String, Integer> levels = new LinkedHashMap<>();
        private int[] codes = new int[1024];
        private double[] values = new double[1024];
        private boolean words;
        private int n;

        Fields(String name) {
            this.name = name;
        }

        void add(JsonObject object) {
            if (!object.has(name)) {
                throw InvalidInput.of("the object has no field '" + name + "'", "give every event one");
            }
            if (n == codes.length) {
                codes = Arrays.copyOf(codes, 2 * n);
                values = Arrays.copyOf(values, 2 * n);
            }
            Object value = object.fields().get(name);
            String text = value instanceof Number number ? word(number.doubleValue(), number) : String.valueOf(value);
            words |= !(value instanceof Number);
            values[n] = value instanceof Number number ? number.doubleValue() : Double.NaN;
            codes[n++] = levels.computeIfAbsent(text, ignored -> levels.size());
        }

        /** 3 and not 3.0, as a CSV file has it. */
        private static String word(double value, Number number) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : number.toString();
        }

        Column column(int position, boolean number) {
            return number && !words
                    ? new Column.Numeric(name, position, Arrays.copyOf(values, n))
                    : new Column.Categorical(name, position, Arrays.copyOf(codes, n), List.copyOf(levels.keySet()));
        }
    }

    /** A text input as a stream. */
    private static final class Bytes extends InputStream {
        private final TextInput input;

        Bytes(TextInput input) {
            this.input = input;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return input.read(one, 0, 1) == 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int read = input.read(into, offset, length);
            return read == 0 && length > 0 ? -1 : read;
        }

        @Override
        public void close() {
            input.close();
        }
    }
}
