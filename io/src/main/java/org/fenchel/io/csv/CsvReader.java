package org.fenchel.io.csv;

import java.nio.file.Path;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Table;

/** Reads delimited text into a {@link Table}. */
public final class CsvReader {
    private CsvReader() {}

    /**
     * Reads a file, gzip-compressed or not.
     *
     * @throws InvalidInput for every mistake in the file, with file, line and number of the cell in its line
     */
    public static Table read(Path file, CsvFormat format) {
        throw new UnsupportedOperationException("not yet");
    }
}
