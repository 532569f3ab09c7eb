package org.fenchel.io.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.fenchel.io.source.Block;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.DecimalText;
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
    private final ColumnArrays arrays;
    private final Cell cell;
    private double recordBytes;

    // What is known of the block being parsed.
    private final boolean[] numeric;
    private final boolean[] failed;
    private List<Chunk.Infinite> infinite = new ArrayList<>();
    private final BitSet infiniteColumns = new BitSet();
    private boolean sawPoint;
    private boolean sawComma;
    private byte[] bytes = new byte[0];
    private int end;
    private int recordStart;
    private long line;
    private long recordLine;

    CsvParser(Dialect dialect, MissingCells missing, Set<String> missingWords) {
        this.dialect = dialect;
        this.marks = dialect.marks();
        this.kinds = marks.kinds();
        this.keepMissing = missing == MissingCells.KEEP;
        this.missingWords = missingWords;
        this.types = dialect.types();
        this.recordBytes = dialect.recordBytes();
        int columns = dialect.columns();
        this.levels = new LevelIndex[columns];
        this.numeric = new boolean[columns];
        this.failed = new boolean[columns];
        this.arrays = new ColumnArrays(types);
        this.cell = new Cell(marks);
        for (int j = 0; j < columns; j++) {
            if (types[j].categorical()) {
                levels[j] = new LevelIndex(missingWords);
            }
        }
    }

    @Override
    public Chunk parse(Block block) {
        bytes = block.bytes();
        end = block.end();
        bytes[end] = '\n'; // every cell outside quotes ends before this, so the loops need no other test
        Arrays.fill(failed, false);
        for (int j = 0; j < types.length; j++) {
            numeric[j] = types[j].numeric();
        }
        infinite = new ArrayList<>();
        infiniteColumns.clear();
        sawPoint = false;
        sawComma = false;
        line = 1;
        int p = block.start();
        if (block.number() == 0 && dialect.header()) {
            p = skipHeader(p);
        }
        arrays.allocate((int) ((end - p) / recordBytes * 1.02) + 2);
        int start = p;
        LineNumbers lineNumbers = new LineNumbers();
        int row = 0;
        while (p < end) {
            int content = skipWhite(p);
            if (kinds[bytes[content] & 0xFF] == Marks.LINE_END) {
                p = afterLineEnd(content);
                continue;
            }
            if (row == arrays.capacity()) {
                arrays.widen();
            }
            recordStart = p;
            recordLine = line;
            p = record(marks.runs() ? content : p, row);
            lineNumbers.add(row, recordLine);
            row++;
        }
        if (row > 0) {
            recordBytes = Math.max(1, (end - start) / (double) row);
        }
        return chunk(row, lineNumbers);
    }

    private Chunk chunk(int rows, LineNumbers lineNumbers) {
        int columns = types.length;
        double[][] chunkNumbers = new double[columns][];
        int[][] chunkCodes = new int[columns][];
        for (int j = 0; j < columns; j++) {
            if (types[j].categorical()) {
                chunkCodes[j] = arrays.codes(j, rows);
            } else if (!failed[j]) {
                chunkNumbers[j] = arrays.numbers(j, rows);
            }
        }
        return new Chunk(
                rows,
                line - 1,
                lineNumbers,
                chunkNumbers,
                chunkCodes,
                levels,
                failed.clone(),
                infinite,
                sawPoint,
                sawComma);
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
        double[][] numbers = arrays.numbers();
        boolean[] numeric = this.numeric;
        int columns = numeric.length;
        int p = start;
        int column = 0;
        int scales = 0;
        while (true) {
            if (column == columns) {
                throw ragged();
            }
            if (numeric[column]) {
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
                    double value = mantissa;
                    if (scale > 0) {
                        value /= DecimalText.power(scale);
                        scales |= scale;
                    }
                    numbers[column][row] = negative ? -value : value;
                    p = q;
                } else {
                    p = delimit(p, column);
                    number(row, column);
                }
            } else {
                p = delimit(p, column);
                if (!failed[column]) {
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

    private int delimit(int start, int column) {
        int p = cell.find(bytes, start, end, line, column);
        line += cell.breaks;
        return p;
    }

    /** Understands the delimited cell as a number. */
    private void number(int row, int column) {
        cell.trim();
        double[] numbers = arrays.numbers()[column];
        double value = DecimalText.parse(cell.bytes, cell.from, cell.to, marks.decimal());
        if (isMissing(value)) {
            missing(column);
            numbers[row] = Double.NaN;
        } else if (Double.isNaN(value)) {
            if (types[column] == ColumnType.NUMERIC_DECLARED) {
                throw CsvMistake.notNumber(recordLine, column + 1, name(column), cell.shown());
            }
            sawComma |= DecimalText.isNumber(cell.bytes, cell.from, cell.to, (byte) ',');
            failed[column] = true;
            numeric[column] = false;
        } else if (Double.isInfinite(value)) {
            if (types[column] == ColumnType.NUMERIC_DECLARED) {
                throw CsvMistake.infinite(recordLine, column + 1, name(column), cell.shown());
            }
            // One is enough to refuse the column.
            if (!infiniteColumns.get(column)) {
                infiniteColumns.set(column);
                infinite.add(new Chunk.Infinite(recordLine, column, cell.shown()));
            }
            numbers[row] = Double.NaN;
        } else {
            numbers[row] = value;
            sawPoint |= cell.has((byte) '.');
        }
    }

    private boolean isMissing(double value) {
        return cell.empty() || Double.isNaN(value) && cell.among(missingWords);
    }

    private void word(int row, int column) {
        LevelIndex index = levels[column];
        if (index == null) {
            throw new IllegalStateException("column " + column + " has no levels");
        }
        int code = index.code(cell.bytes, cell.from, cell.to, recordLine, column + 1);
        if (code == LevelIndex.MISSING) {
            missing(column);
        }
        arrays.codes()[column][row] = code;
    }

    private void missing(int column) {
        if (!keepMissing) {
            throw CsvMistake.missing(recordLine, column + 1, name(column), cell.empty() ? "" : cell.shown());
        }
    }

    private RuntimeException ragged() {
        RecordSplitter splitter = new RecordSplitter(bytes, recordStart, end, marks, recordLine);
        return CsvMistake.ragged(recordLine, splitter.next().size(), types.length);
    }

    private String name(int column) {
        return dialect.names().get(column);
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
}
