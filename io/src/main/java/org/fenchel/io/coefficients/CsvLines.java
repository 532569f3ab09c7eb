package org.fenchel.io.coefficients;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;

/** The lines of a CSV file of coefficients, found by its header. */
final class CsvLines {
    private static final List<String> NEEDED = List.of("part", "name", "value", "weight");

    private CsvLines() {}

    /**
     * Splits the text at commas, semicolons or tabs, whichever follows its first word: spreadsheets choose by country.
     *
     * @throws InvalidInput if it has no such header, or is broken
     */
    static List<CsvLine> of(String text) {
        if (!text.startsWith("part") || text.length() < 5 || ",;\t".indexOf(text.charAt(4)) < 0) {
            throw CoefficientsFile.notOurs().at(1, 1);
        }
        List<CsvLine> lines = new ArrayList<>();
        Map<String, Integer> columns = new HashMap<>();
        long last = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(text.charAt(4))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                last = record.getStartingLineNumber();
                if (columns.isEmpty()) {
                    readHeader(record, columns);
                } else {
                    lines.add(line(record, columns));
                }
            }
        } catch (CsvParseException broken) {
            throw InvalidInput.of("the record is broken", "quote texts that hold quotes or separators")
                    .at(last + 1, 0);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return lines;
    }

    private static void readHeader(CsvRecord record, Map<String, Integer> columns) {
        for (int c = 0; c < record.getFieldCount(); c++) {
            String name = record.getField(c).trim();
            if (!name.isEmpty() && columns.put(name, c) != null) {
                throw InvalidInput.of("column '" + name + "' is there twice", "delete one of them")
                        .at(1, c + 1);
            }
        }
        for (String name : NEEDED) {
            if (!columns.containsKey(name)) {
                throw InvalidInput.of("there is no column '" + name + "'", "keep the columns " + NEEDED)
                        .at(1, 0);
            }
        }
    }

    private static CsvLine line(CsvRecord record, Map<String, Integer> columns) {
        int width =
                1 + columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int c = width; c < record.getFieldCount(); c++) {
            if (!record.getField(c).isEmpty()) {
                throw InvalidInput.of("the line has more fields than the header", "quote texts that hold separators")
                        .at(record.getStartingLineNumber(), c + 1);
            }
        }
        return new CsvLine(record.getStartingLineNumber(), record.getFields(), columns);
    }
}
