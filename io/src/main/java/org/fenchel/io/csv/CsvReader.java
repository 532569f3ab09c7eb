package org.fenchel.io.csv;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.Memory;
import org.fenchel.io.source.Source;
import org.fenchel.io.table.Table;

/**
 * Reads delimited text into a {@link Table}.
 *
 * <p>A column whose every cell is a number or missing is numeric, any other categorical, unless the format declares it. Types
 * are guessed from the head of the file; a column that is found out later makes the file be read a second time, which takes
 * time but no memory. Where the file has no header the columns are named {@code c1}, {@code c2}, ...; so is one whose header
 * cell is empty. Blank lines are passed over, white space around cells and a byte order mark do not count, lines may end in
 * LF, CRLF or CR.
 *
 * <p>Refused, besides broken files: lines of unequal length, infinities, text that is not UTF-8, two columns of one name, and
 * a column of numbers but for a few cells, unless it is declared.
 */
public final class CsvReader {
    private CsvReader() {}

    /**
     * Reads a file, gzip-compressed or not, on all cores. Memory: the result, plus a column and a few blocks.
     *
     * @throws InvalidInput for every mistake in the file, with file, line and number of the cell in its line
     */
    public static Table read(Path file, CsvFormat format) {
        return read(Source.of(file), format, Blocks.Plan.standard());
    }

    static Table read(Source source, CsvFormat format, Blocks.Plan plan) {
        return Memory.reading(source, () -> {
            Dialect dialect = new DialectFinder(source, format).find();
            while (true) {
                Dialect current = dialect;
                List<Chunk> chunks = Blocks.parse(
                        source,
                        new RecordCut(current.marks()),
                        () -> new CsvParser(current, format.missing(), format.missingWords()),
                        plan);
                dialect = Hindsight.corrected(current, chunks);
                // Each round turns numeric columns into words or settles the decimal mark, so there are few.
                if (dialect == current) {
                    refuseInfinite(source, current, chunks);
                    Table table = new TableAssembly(source, current, chunks).table();
                    SuspectCells.refuse(table, current.types(), current.marks().decimal());
                    return table;
                }
            }
        });
    }

    private static void refuseInfinite(Source source, Dialect dialect, List<Chunk> chunks) {
        long linesBefore = 0;
        for (Chunk chunk : chunks) {
            Chunk.Infinite first = chunk.infinite.stream()
                    .min(Comparator.comparingLong(Chunk.Infinite::line).thenComparingInt(Chunk.Infinite::column))
                    .orElse(null);
            if (first != null) {
                throw CsvMistake.infinite(
                                linesBefore + first.line(),
                                first.column() + 1,
                                dialect.names().get(first.column()),
                                first.shown())
                        .in(source.name());
            }
            linesBefore += chunk.lines();
        }
    }
}
