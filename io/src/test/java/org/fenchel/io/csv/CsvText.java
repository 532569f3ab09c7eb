package org.fenchel.io.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.Source;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/** Delimited text in a test: read in every way, what is said about it compared in short. */
final class CsvText {
    static final CsvFormat KEEP = new CsvFormat().withMissing(MissingCells.KEEP);

    private CsvText() {}

    static Table read(String text) {
        return read(text, new CsvFormat());
    }

    /** Reads as one block and as many; both must agree. */
    static Table read(String text, CsvFormat format) {
        return read(text.getBytes(StandardCharsets.UTF_8), format);
    }

    static Table read(byte[] bytes, CsvFormat format) {
        Source source = Source.of("t.csv", bytes);
        Table whole = CsvReader.read(source, format, new Blocks.Plan(1, 1 << 20));
        for (int blockBytes : new int[] {1, 7, 64}) {
            assertEqual(CsvReader.read(source, format, new Blocks.Plan(3, blockBytes)), whole);
        }
        return whole;
    }

    /** The one line that the text is refused with, the same for any size of block. */
    static String refusal(String text) {
        return refusal(text, new CsvFormat());
    }

    static String refusal(String text, CsvFormat format) {
        return refusal(text.getBytes(StandardCharsets.UTF_8), format);
    }

    static String refusal(byte[] bytes, CsvFormat format) {
        Source source = Source.of("t.csv", bytes);
        String whole = message(source, format, new Blocks.Plan(1, 1 << 20));
        for (int blockBytes : new int[] {1, 7, 64}) {
            assertThat(message(source, format, new Blocks.Plan(3, blockBytes))).isEqualTo(whole);
        }
        assertThat(whole).doesNotContain("\n");
        return whole;
    }

    private static String message(Source source, CsvFormat format, Blocks.Plan plan) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> CsvReader.read(source, format, plan));
        assertThat(refused).as("refused").isNotNull();
        return refused.getMessage();
    }

    static double[] numbers(Table table, String name) {
        return ((Column.Numeric) table.column(name)).values();
    }

    /** The cells of a categorical column, null where missing. */
    static String[] words(Table table, String name) {
        Column.Categorical column = (Column.Categorical) table.column(name);
        String[] words = new String[table.n()];
        for (int i = 0; i < words.length; i++) {
            words[i] = column.codes()[i] < 0 ? null : column.levels().get(column.codes()[i]);
        }
        return words;
    }

    static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    static void assertEqual(Table actual, Table expected) {
        assertThat(actual.n()).isEqualTo(expected.n());
        assertThat(names(actual)).isEqualTo(names(expected));
        for (int j = 0; j < expected.columns().size(); j++) {
            Column one = actual.columns().get(j);
            Column two = expected.columns().get(j);
            assertThat(one).hasSameClassAs(two);
            if (one instanceof Column.Numeric numeric) {
                assertThat(numeric.values()).isEqualTo(((Column.Numeric) two).values());
            } else if (one instanceof Column.Categorical words) {
                assertThat(words.codes()).isEqualTo(((Column.Categorical) two).codes());
                assertThat(words.levels()).isEqualTo(((Column.Categorical) two).levels());
            }
        }
        Random random = new Random(1);
        for (int k = 0; k < Math.min(expected.n(), 200); k++) {
            int row = random.nextInt(expected.n());
            assertThat(actual.line(row)).isEqualTo(expected.line(row));
        }
    }
}
