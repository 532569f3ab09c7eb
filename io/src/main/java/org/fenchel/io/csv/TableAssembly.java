package org.fenchel.io.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.Source;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.LineNumbers;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/** Joins the chunks to a table, column after column, letting go of each chunk's part as soon as it is copied. */
final class TableAssembly {
    private final Source source;
    private final Dialect dialect;
    private final List<Chunk> chunks;
    private final int n;

    TableAssembly(Source source, Dialect dialect, List<Chunk> chunks) {
        this.source = source;
        this.dialect = dialect;
        this.chunks = chunks;
        long rows = 0;
        for (Chunk chunk : chunks) {
            rows += chunk.rows;
        }
        if (rows == 0) {
            throw InvalidInput.at(
                    source.name(),
                    0,
                    0,
                    dialect.header() ? "the file has a header but no rows" : "the file has no rows",
                    "give a file with data" + (dialect.header() ? ", or say that it has no header" : ""));
        }
        if (rows > Integer.MAX_VALUE - 8) {
            throw InvalidInput.at(
                    source.name(), 0, 0, rows + " rows are more than fit into one table", "read a part of the file");
        }
        this.n = (int) rows;
    }

    Table table() {
        List<Column> columns = new ArrayList<>(dialect.columns());
        for (int j = 0; j < dialect.columns(); j++) {
            columns.add(dialect.types()[j].categorical() ? categorical(j) : numeric(j));
        }
        return new Table(source.name(), n, columns, lineNumbers());
    }

    private LineNumbers lineNumbers() {
        LineNumbers all = new LineNumbers();
        int rows = 0;
        long lines = 0;
        for (Chunk chunk : chunks) {
            all.addAll(chunk.lineNumbers, rows, lines);
            rows += chunk.rows;
            lines += chunk.lines;
        }
        return all;
    }

    private Column numeric(int column) {
        double[] values = new double[n];
        int row = 0;
        for (Chunk chunk : chunks) {
            double[] part = chunk.numbers[column];
            if (part != null) {
                System.arraycopy(part, 0, values, row, chunk.rows);
                chunk.numbers[column] = null;
            }
            row += chunk.rows;
        }
        return new Column.Numeric(dialect.names().get(column), column, values);
    }

    /**
     * Each thread has numbered the words as it met them; walking the rows in order numbers them again by their first
     * appearance in the file, whatever thread met them.
     */
    private Column categorical(int column) {
        int[] codes = new int[n];
        List<String> levels = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        Map<LevelIndex, int[]> renumbered = new IdentityHashMap<>();
        int row = 0;
        for (Chunk chunk : chunks) {
            LevelIndex index = chunk.levels[column];
            int[] part = chunk.codes[column];
            if (index == null || part == null) {
                throw new IllegalStateException("column " + column + " was not read as words");
            }
            int[] renumber = renumbered.computeIfAbsent(index, TableAssembly::unknown);
            for (int i = 0; i < chunk.rows; i++) {
                int code = part[i];
                if (code != LevelIndex.MISSING && renumber[code] < 0) {
                    String word = index.levels().get(code);
                    @Nullable Integer known = numbers.putIfAbsent(word, levels.size());
                    renumber[code] = known == null ? levels.size() : known;
                    if (known == null) {
                        levels.add(word);
                    }
                }
                codes[row++] = code == LevelIndex.MISSING ? LevelIndex.MISSING : renumber[code];
            }
            chunk.codes[column] = null;
        }
        return new Column.Categorical(dialect.names().get(column), column, codes, levels);
    }

    private static int[] unknown(LevelIndex index) {
        int[] numbers = new int[index.levels().size()];
        Arrays.fill(numbers, -1);
        return numbers;
    }
}
