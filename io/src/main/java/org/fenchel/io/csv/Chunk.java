package org.fenchel.io.csv;

import java.util.List;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.table.LineNumbers;
import org.jspecify.annotations.Nullable;

/** The rows of one block, column by column. */
final class Chunk implements Blocks.Parsed {
    /** A cell that is infinite, in a column that may yet turn out to hold words, where it would be one of them. */
    record Infinite(long line, int column, String shown) {}

    final int rows;
    final long lines;
    final LineNumbers lineNumbers;
    /** By column, null where not numeric; set to null once copied, so that a table is not in memory twice. */
    final double[] @Nullable [] numbers;
    /** By column, null where not categorical: numbers of levels in the parser's own {@link LevelIndex}. */
    final int[] @Nullable [] codes;

    final @Nullable LevelIndex[] levels;
    final boolean[] failed;
    final List<Infinite> infinite;
    final boolean sawPoint;
    final boolean sawComma;

    Chunk(
            int rows,
            long lines,
            LineNumbers lineNumbers,
            double[] @Nullable [] numbers,
            int[] @Nullable [] codes,
            @Nullable LevelIndex[] levels,
            boolean[] failed,
            List<Infinite> infinite,
            boolean sawPoint,
            boolean sawComma) {
        this.rows = rows;
        this.lines = lines;
        this.lineNumbers = lineNumbers;
        this.numbers = numbers;
        this.codes = codes;
        this.levels = levels;
        this.failed = failed;
        this.infinite = infinite;
        this.sawPoint = sawPoint;
        this.sawComma = sawComma;
    }

    @Override
    public long lines() {
        return lines;
    }
}
