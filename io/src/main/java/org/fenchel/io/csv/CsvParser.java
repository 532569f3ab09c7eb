package org.fenchel.io.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.fenchel.io.source.Block;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.DecimalText;
import org.fenchel.io.source.Shown;
import org.fenchel.io.table.LineNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Parses blocks of delimited text by the rules of {@link RecordSplitter}. A short plain number is read in one pass over its
 * bytes; any other cell is first delimited, then understood. No object is made for a number, nor for a word met before.
 */
final class CsvParser implements Blocks.Parser<Chunk> {
    private final Dialect dialect;
    private final Marks marks;
    private final byte[] kinds;
    private final boolean keepMissing;
    private final Set<String> missingWords;
    private final ColumnType[] types;
    private final @Nullable LevelIndex[] levels;
    private final double[][] numbers;
    private final int[][] codes;
    private int capacity;

    // What is known of the block being parsed.
    private ColumnType[] blockTypes;
    private List<Chunk.Infinite> infinite = new ArrayList<>();
    private final BitSet infiniteColumns = new BitSet();
    private boolean sawPoint;
    private boolean sawComma;
    private byte[] bytes = new byte[0];
    private int end;
    private int recordStart;
    private long line;
    private long recordLine;
    // Set by the methods that delimit a cell.
    private byte[] cellBytes = bytes;
    private int cellFrom;
    private int cellTo;
    private byte[] unquoted = new byte[64];

    CsvParser(Dialect dialect, MissingCells missing, Set<String> missingWords) {
        this.dialect = dialect;
        this.marks = dialect.marks();
        this.kinds = marks.kinds();
        this.keepMissing = missing == MissingCells.KEEP;
        this.missingWords = missingWords;
        this.types = dialect.types();
        this.blockTypes = types.clone();
        int columns = dialect.columns();
        this.levels = new LevelIndex[columns];
        this.numbers = new double[columns][];
        this.codes = new int[columns][];
        for (int j = 0; j < columns; j++) {
            if (types[j].categorical()) {
                levels[j] = new LevelIndex(missingWords);
                codes[j] = new int[0];
            } else {
                numbers[j] = new double[0];
            }
        }
    }

    @Override
    public Chunk parse(Block block) {
        bytes = block.bytes();
        end = block.end();
        bytes[end] = '\n'; // every cell outside quotes ends before this, so the loops need no other test
        blockTypes = types.clone();
        infinite = new ArrayList<>();
        infiniteColumns.clear();
        sawPoint = false;
        sawComma = false;
        line = 1;
        int p = block.start();
        if (block.number() == 0 && dialect.header()) {
            p = skipHeader(p);
        }
        reserve((int) Math.min(end - p, (end - p) / dialect.recordBytes() * 1.1 + 2));
        LineNumbers lineNumbers = new LineNumbers();
        int row = 0;
        while (p < end) {
            int content = skipWhite(p);
            if (kinds[bytes[content] & 0xFF] == Marks.LINE_END) {
                p = afterLineEnd(content);
                continue;
            }
            if (row == capacity) {
                reserve(2 * capacity);
            }
            recordStart = p;
            recordLine = line;
            p = record(marks.runs() ? content : p, row);
            lineNumbers.add(row, recordLine);
            row++;
        }
        return chunk(row, lineNumbers);
    }

    private Chunk chunk(int rows, LineNumbers lineNumbers) {
        int columns = types.length;
        double[][] chunkNumbers = new double[columns][];
        int[][] chunkCodes = new int[columns][];
        boolean[] failed = new boolean[columns];
        for (int j = 0; j < columns; j++) {
            failed[j] = blockTypes[j] == ColumnType.FAILED;
            if (types[j].categorical()) {
                chunkCodes[j] = Arrays.copyOf(codes[j], rows);
            } else if (!failed[j]) {
                chunkNumbers[j] = Arrays.copyOf(numbers[j], rows);
            }
        }
        return new Chunk(
                rows, line - 1, lineNumbers, chunkNumbers, chunkCodes, levels, failed, infinite, sawPoint, sawComma);
    }

    private int skipHeader(int from) {
        RecordSplitter splitter = new RecordSplitter(bytes, from, end, marks, line);
        splitter.next();
        line = splitter.nextLine();
        return splitter.position();
    }

    /** Parses the record that starts at {@code p}; returns where the next line starts. */
    private int record(int start, int row) {
        byte[] bytes = this.bytes;
        byte[] kinds = this.kinds;
        byte mark = marks.decimal();
        byte delimiter = marks.delimiter();
        boolean runs = marks.runs();
        int columns = blockTypes.length;
        int p = start;
        int column = 0;
        int scales = 0;
        while (true) {
            if (column == columns) {
                throw ragged();
            }
            if (blockTypes[column].numeric()) {
                // The common short decimal: digits that are exact as double, divided by a power of ten that is exact
                // too.
                int q = p;
                boolean negative = bytes[q] == '-';
                if (negative) {
                    q++;
                }
                int first = q;
                long mantissa = 0;
                int digit;
                while ((digit = (bytes[q] - '0') & 0xFF) <= 9) {
                    mantissa = 10 * mantissa + digit;
                    q++;
                }
                int digits = q - first;
                int scale = 0;
                if (bytes[q] == mark && mark != delimiter) {
                    int afterMark = ++q;
                    while ((digit = (bytes[q] - '0') & 0xFF) <= 9) {
                        mantissa = 10 * mantissa + digit;
                        q++;
                    }
                    scale = q - afterMark;
                    digits += scale;
                }
                if (digits > 0
                        && digits <= 18
                        && mantissa <= DecimalText.EXACT
                        && kinds[bytes[q] & 0xFF] != Marks.ORDINARY) {
                    double value = mantissa / DecimalText.power(scale);
                    numbers[column][row] = negative ? -value : value;
                    scales |= scale;
                    p = q;
                } else {
                    p = delimit(p, column);
                    number(row, column);
                }
            } else {
                p = delimit(p, column);
                if (blockTypes[column] != ColumnType.FAILED) {
                    word(row, column);
                }
            }
            byte kind = kinds[bytes[p] & 0xFF];
            if (runs && kind == Marks.CELL_END) {
                p = skipWhite(p);
                kind = kinds[bytes[p] & 0xFF] == Marks.LINE_END ? Marks.LINE_END : Marks.CELL_END;
            } else if (kind == Marks.CELL_END) {
                p++;
            }
            column++;
            if (kind == Marks.LINE_END) {
                if (column < columns) {
                    throw ragged();
                }
                sawPoint |= scales != 0;
                return afterLineEnd(p);
            }
        }
    }

    /** Finds the cell that starts at {@code p} and sets its bounds; returns the position of the delimiter or line end. */
    private int delimit(int start, int column) {
        int p = start;
        while (marks.isBlank(bytes[p])) {
            p++;
        }
        if (bytes[p] == '"' && p < end) {
            return delimitQuoted(p, column);
        }
        cellBytes = bytes;
        cellFrom = p;
        while (kinds[bytes[p] & 0xFF] == Marks.ORDINARY) {
            p++;
        }
        cellTo = p;
        while (cellTo > cellFrom && marks.isBlank(bytes[cellTo - 1])) {
            cellTo--;
        }
        return p;
    }

    private int delimitQuoted(int quote, int column) {
        long opened = line;
        int p = quote + 1;
        int length = 0;
        boolean doubled = false;
        cellFrom = p;
        while (true) {
            if (p >= end) {
                throw CsvMistake.unclosedQuote(opened, column + 1);
            }
            byte c = bytes[p++];
            if (c == '"') {
                if (p >= end || bytes[p] != '"') {
                    break;
                }
                if (!doubled) {
                    doubled = true;
                    length = p - cellFrom;
                    reserveUnquoted(length);
                    System.arraycopy(bytes, cellFrom, unquoted, 0, length);
                } else {
                    length = append(c, length);
                }
                p++;
                continue;
            }
            if (c == '\n' || (c == '\r' && (p >= end || bytes[p] != '\n'))) {
                line++;
            }
            if (doubled) {
                length = append(c, length);
            }
        }
        cellBytes = doubled ? unquoted : bytes;
        cellFrom = doubled ? 0 : cellFrom;
        cellTo = doubled ? length : p - 1;
        while (marks.isBlank(bytes[p])) {
            p++;
        }
        if (kinds[bytes[p] & 0xFF] == Marks.ORDINARY) {
            throw CsvMistake.afterQuote(line, column + 1);
        }
        return p;
    }

    private int append(byte c, int length) {
        reserveUnquoted(length + 1);
        unquoted[length] = c;
        return length + 1;
    }

    private void reserveUnquoted(int length) {
        if (unquoted.length < length) {
            unquoted = Arrays.copyOf(unquoted, Math.max(length, 2 * unquoted.length));
        }
    }

    /** Understands the delimited cell as a number. */
    private void number(int row, int column) {
        trimQuoted();
        double value = DecimalText.parse(cellBytes, cellFrom, cellTo, marks.decimal());
        if (isMissing(value)) {
            missing(column);
            numbers[column][row] = Double.NaN;
        } else if (Double.isNaN(value)) {
            if (types[column] == ColumnType.NUMERIC_DECLARED) {
                throw CsvMistake.notNumber(recordLine, column + 1, name(column), shown());
            }
            sawComma |= DecimalText.isNumber(cellBytes, cellFrom, cellTo, (byte) ',');
            blockTypes[column] = ColumnType.FAILED;
        } else if (Double.isInfinite(value)) {
            if (types[column] == ColumnType.NUMERIC_DECLARED) {
                throw CsvMistake.infinite(recordLine, column + 1, name(column), shown());
            }
            // One is enough to refuse the column.
            if (!infiniteColumns.get(column)) {
                infiniteColumns.set(column);
                infinite.add(new Chunk.Infinite(recordLine, column, shown()));
            }
            numbers[column][row] = Double.NaN;
        } else {
            numbers[column][row] = value;
            for (int p = cellFrom; p < cellTo; p++) {
                sawPoint |= cellBytes[p] == '.';
            }
        }
    }

    /** Blanks inside the quotes do not make a number a word. */
    private void trimQuoted() {
        while (cellFrom < cellTo && cellBytes[cellFrom] == ' ') {
            cellFrom++;
        }
        while (cellFrom < cellTo && cellBytes[cellTo - 1] == ' ') {
            cellTo--;
        }
    }

    private boolean isMissing(double value) {
        if (cellFrom == cellTo) {
            return true;
        }
        return Double.isNaN(value)
                && cellTo - cellFrom <= 100
                && missingWords.contains(new String(cellBytes, cellFrom, cellTo - cellFrom, StandardCharsets.UTF_8));
    }

    private void word(int row, int column) {
        LevelIndex index = levels[column];
        if (index == null) {
            throw new IllegalStateException("column " + column + " has no levels");
        }
        int code = index.code(cellBytes, cellFrom, cellTo, recordLine, column + 1);
        if (code == LevelIndex.MISSING) {
            missing(column);
        }
        codes[column][row] = code;
    }

    private void missing(int column) {
        if (!keepMissing) {
            throw CsvMistake.missing(recordLine, column + 1, name(column), cellFrom == cellTo ? "" : shown());
        }
    }

    private RuntimeException ragged() {
        RecordSplitter splitter = new RecordSplitter(bytes, recordStart, end, marks, recordLine);
        return CsvMistake.ragged(recordLine, splitter.next().size(), types.length);
    }

    private String name(int column) {
        return dialect.names().get(column);
    }

    private String shown() {
        return Shown.bytes(cellBytes, cellFrom, cellTo);
    }

    private int skipWhite(int from) {
        int p = from;
        while (bytes[p] == ' ' || (bytes[p] == '\t' && marks.delimiter() != '\t')) {
            p++;
        }
        return p;
    }

    private int afterLineEnd(int p) {
        line++;
        return p + (bytes[p] == '\r' && p + 1 < end && bytes[p + 1] == '\n' ? 2 : 1);
    }

    private void reserve(int rows) {
        if (rows <= capacity) {
            return;
        }
        capacity = rows;
        for (int j = 0; j < types.length; j++) {
            if (types[j].categorical()) {
                codes[j] = Arrays.copyOf(codes[j], rows);
            } else {
                numbers[j] = Arrays.copyOf(numbers[j], rows);
            }
        }
    }
}
