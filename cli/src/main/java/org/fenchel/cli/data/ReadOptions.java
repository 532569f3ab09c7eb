package org.fenchel.cli.data;

import java.util.Set;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.MissingCells;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How delimited text is to be read, for every command that reads data. */
public final class ReadOptions {
    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "Between cells: a character, or comma, semicolon, tab, blank, bar (default: found out).")
    private @Nullable String delimiter;

    @Option(
            names = "--decimal",
            paramLabel = "CHAR",
            description = "Decimal mark: point or comma (default: found out).")
    private @Nullable String decimal;

    @Option(names = "--header", description = "The first line names the columns (default: found out).")
    private boolean header;

    @Option(names = "--no-header", description = "The first line is a row like the others.")
    private boolean noHeader;

    /**
     * The format these options ask for. Missing cells are kept: whoever encodes the table refuses, fills or drops them.
     *
     * @throws InvalidInput if an option is none of the values it may have
     */
    public CsvFormat format(Set<String> numeric, Set<String> categorical) {
        if (header && noHeader) {
            throw InvalidInput.of("--header and --no-header contradict each other", "give one of them");
        }
        return new CsvFormat(
                delimiter == null ? null : delimiterCharacter(delimiter),
                decimal == null ? null : decimalCharacter(decimal),
                headerGiven(),
                MissingCells.KEEP,
                CsvFormat.MISSING_WORDS,
                numeric,
                categorical);
    }

    /** What was said of the header, null for nothing. */
    public @Nullable Boolean headerGiven() {
        return header || noHeader ? (Boolean) header : null;
    }

    /** Whether any of them was given. */
    public boolean given() {
        return delimiter != null || decimal != null || header || noHeader;
    }

    private static char delimiterCharacter(String text) {
        return switch (text) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab", "\\t" -> '\t';
            case "blank", "space", "" -> ' ';
            case "bar", "pipe" -> '|';
            default -> single("--delimiter", text);
        };
    }

    private static char decimalCharacter(String text) {
        return switch (text) {
            case "comma" -> ',';
            case "point", "dot" -> '.';
            default -> single("--decimal", text);
        };
    }

    private static char single(String option, String text) {
        if (text.length() != 1) {
            throw InvalidInput.of(option + " '" + text + "' is not one character", "give one, such as ','");
        }
        return text.charAt(0);
    }
}
