package org.fenchel.io.csv;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * How a delimited text is to be read. What is null is found out from the file; {@code new CsvFormat()} finds out everything.
 *
 * @param delimiter between cells; a blank stands for runs of blanks and tabs; null to find among {@code , ; | tab blank}
 * @param decimal the decimal mark, '.' or ','; null to find out
 * @param header whether the first line names the columns; null to find out
 * @param missing what to do with missing cells
 * @param missingWords the cells that count as missing, besides empty ones; compared exactly, quoted or not; none may be a number
 * @param numericColumns names of columns in which everything but a number is an error
 * @param categoricalColumns names of columns read as words even where all cells are numbers
 */
public record CsvFormat(
        @Nullable Character delimiter,
        @Nullable Character decimal,
        @Nullable Boolean header,
        MissingCells missing,
        Set<String> missingWords,
        Set<String> numericColumns,
        Set<String> categoricalColumns) {
    /** The words that stand for a missing cell unless others are given; an empty cell always does. */
    public static final Set<String> MISSING_WORDS =
            Set.of("NA", "N/A", "#N/A", "NaN", "nan", "NAN", "-nan", "null", "NULL", "Null", "?");

    /** Finds out everything from the file and refuses missing cells. */
    public CsvFormat() {
        this(null, null, null, MissingCells.REFUSE, MISSING_WORDS, Set.of(), Set.of());
    }

    /** @throws InvalidInput if the parts contradict each other */
    public CsvFormat {
        missingWords = Set.copyOf(missingWords);
        numericColumns = Set.copyOf(numericColumns);
        categoricalColumns = Set.copyOf(categoricalColumns);
        if (decimal != null && decimal != '.' && decimal != ',') {
            throw InvalidInput.of(
                    "the decimal mark '" + decimal + "' is neither a point nor a comma", "give one of those");
        }
        if (delimiter != null && !separates(delimiter)) {
            throw InvalidInput.of(
                    "the delimiter '" + delimiter + "' can be part of a cell",
                    "give a comma, semicolon, bar, tab or blank");
        }
        if (delimiter != null && delimiter.equals(decimal)) {
            throw InvalidInput.of(
                    "'" + delimiter + "' is given as delimiter and as decimal mark", "give two different ones");
        }
        for (String word : missingWords) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            if (DecimalText.isNumber(bytes, 0, bytes.length, (byte) '.')) {
                throw InvalidInput.of(
                        "the number " + word + " cannot stand for a missing cell", "replace it by NA in the file");
            }
        }
        TreeSet<String> both = new TreeSet<>(numericColumns);
        both.retainAll(categoricalColumns);
        if (!both.isEmpty()) {
            throw InvalidInput.of(
                    "column '" + both.first() + "' is declared numeric and categorical", "declare it as one of them");
        }
    }

    private static boolean separates(char c) {
        return c == '\t' || (c >= ' ' && c < 127 && !Character.isLetterOrDigit(c) && "\"'.+-_".indexOf(c) < 0);
    }

    /** The same format with this delimiter, null to find it out. */
    public CsvFormat withDelimiter(@Nullable Character newDelimiter) {
        return new CsvFormat(newDelimiter, decimal, header, missing, missingWords, numericColumns, categoricalColumns);
    }

    /** The same format with this decimal mark, null to find it out. */
    public CsvFormat withDecimal(@Nullable Character newDecimal) {
        return new CsvFormat(delimiter, newDecimal, header, missing, missingWords, numericColumns, categoricalColumns);
    }

    /** The same format with or without a header, null to find it out. */
    public CsvFormat withHeader(@Nullable Boolean newHeader) {
        return new CsvFormat(delimiter, decimal, newHeader, missing, missingWords, numericColumns, categoricalColumns);
    }

    /** The same format with missing cells treated so. */
    public CsvFormat withMissing(MissingCells newMissing) {
        return new CsvFormat(delimiter, decimal, header, newMissing, missingWords, numericColumns, categoricalColumns);
    }

    /** The same format with these words standing for a missing cell. */
    public CsvFormat withMissingWords(Set<String> words) {
        return new CsvFormat(delimiter, decimal, header, missing, words, numericColumns, categoricalColumns);
    }

    /** The same format with these columns required to be numeric. */
    public CsvFormat withNumericColumns(Set<String> names) {
        return new CsvFormat(delimiter, decimal, header, missing, missingWords, names, categoricalColumns);
    }

    /** The same format with these columns read as words. */
    public CsvFormat withCategoricalColumns(Set<String> names) {
        return new CsvFormat(delimiter, decimal, header, missing, missingWords, numericColumns, names);
    }
}
