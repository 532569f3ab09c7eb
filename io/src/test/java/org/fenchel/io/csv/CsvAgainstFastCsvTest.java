package org.fenchel.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fenchel.io.table.Table;
import org.junit.jupiter.api.Test;

/** Quoted cells mean what they mean to FastCSV. */
class CsvAgainstFastCsvTest {
    @Test
    void agreesOnRandomQuotedText() {
        Random random = new Random(5);
        for (int k = 0; k < 300; k++) {
            String text = text(random);
            List<CsvRecord> expected = de.siegmar.fastcsv.reader.CsvReader.builder()
                    .commentStrategy(CommentStrategy.NONE)
                    .ofCsvRecord(text)
                    .stream()
                    .toList();
            Table table = CsvText.read(
                    text,
                    CsvText.KEEP
                            .withDelimiter(',')
                            .withHeader(true)
                            .withMissingWords(Set.of())
                            .withCategoricalColumns(Set.of("a", "b")));
            assertThat(table.n()).isEqualTo(expected.size() - 1);
            for (int i = 0; i < table.n(); i++) {
                CsvRecord record = expected.get(i + 1);
                assertThat(cell(table, "a", i)).isEqualTo(record.getField(0));
                assertThat(cell(table, "b", i)).isEqualTo(record.getField(1));
                assertThat(table.line(i)).isEqualTo(record.getStartingLineNumber());
            }
        }
    }

    private static String cell(Table table, String column, int row) {
        String word = CsvText.words(table, column)[row];
        return word == null ? "" : word;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            cell(text, random);
            cell(text.append(','), random);
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return text.toString();
    }

    private static void cell(StringBuilder text, Random random) {
        if (random.nextInt(3) == 0) {
            text.append("word").append(random.nextInt(4)).append(random.nextInt(4) == 0 ? "\"" : "");
            return;
        }
        text.append('"');
        for (int k = random.nextInt(8); k > 0; k--) {
            text.append(new String[] {"x", ",", "\"\"", "\n", "\r\n", "é", " y"}[random.nextInt(7)]);
        }
        text.append('"');
    }
}
