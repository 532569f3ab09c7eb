package org.fenchel.io.libsvm;

import java.util.Arrays;
import org.fenchel.io.source.Block;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * Parses one block after the other. The loops run on bytes and make no object per row or number; a byte that does not fit
 * sends the token to {@link LibsvmMistake}, which finds the words.
 */
final class LibsvmParser implements Blocks.Parser<RowBlock> {
    private static final byte POINT = '.';

    private final int largestAllowed;
    private double[] labels = new double[256];
    private int[] ends = new int[256];
    private int[] columns = new int[4096];
    private double @Nullable [] values;
    private int n;
    private int entries;

    LibsvmParser(int largestAllowed) {
        this.largestAllowed = largestAllowed;
    }

    @Override
    public RowBlock parse(Block block) {
        byte[] bytes = block.bytes();
        int end = block.end();
        bytes[end] = '\n'; // every token ends before this, so the loops need no other test
        n = 0;
        entries = 0;
        values = null;
        int largest = 0;
        long line = 0;
        int p = block.start();
        while (p < end) {
            line++;
            int lineStart = p;
            p = skipBlanks(bytes, p);
            if (bytes[p] != '#' && !isLineEnd(bytes[p])) {
                int labelEnd = tokenEnd(bytes, p);
                double label = DecimalText.parse(bytes, p, labelEnd, POINT);
                if (!Double.isFinite(label)) {
                    throw LibsvmMistake.label(bytes, p, labelEnd, line, lineStart);
                }
                p = pairs(bytes, labelEnd, line, lineStart);
                addRow(label);
                // Strictly ascending, so the last is the largest; zeros are not stored but do count.
                largest = Math.max(largest, lastIndex);
            }
            while (!isLineEnd(bytes[p])) {
                p++;
            }
            p += bytes[p] == '\r' && p + 1 < end && bytes[p + 1] == '\n' ? 2 : 1;
        }
        return new RowBlock(
                line,
                Arrays.copyOf(labels, n),
                Arrays.copyOf(ends, n),
                Arrays.copyOf(columns, entries),
                values == null ? null : Arrays.copyOf(values, entries),
                largest);
    }

    private int lastIndex;

    /** Reads the pairs of a row; returns where the line ends or its comment starts. */
    private int pairs(byte[] bytes, int from, long line, int lineStart) {
        int previous = 0;
        int p = from;
        while (true) {
            p = skipBlanks(bytes, p);
            if (bytes[p] == '#' || isLineEnd(bytes[p])) {
                lastIndex = previous;
                return p;
            }
            int token = p;
            long index = 0;
            int digit;
            while ((digit = (bytes[p] - '0') & 0xFF) <= 9 && index <= Integer.MAX_VALUE) {
                index = 10 * index + digit;
                p++;
            }
            if (bytes[p] != ':' || index <= previous || index > largestAllowed) {
                throw LibsvmMistake.index(
                        bytes, token, tokenEnd(bytes, token), line, lineStart, previous, largestAllowed);
            }
            p++;
            previous = (int) index;
            if (bytes[p] == '1' && isTokenEnd(bytes[p + 1])) {
                add(previous - 1, 1);
                p++;
                continue;
            }
            // The common short decimal: digits that are exact as double, divided by a power of ten that is exact too.
            int start = p;
            boolean negative = bytes[p] == '-';
            if (negative) {
                p++;
            }
            int first = p;
            long mantissa = 0;
            while ((digit = (bytes[p] - '0') & 0xFF) <= 9) {
                mantissa = 10 * mantissa + digit;
                p++;
            }
            int digits = p - first;
            int scale = 0;
            if (bytes[p] == POINT) {
                int mark = ++p;
                while ((digit = (bytes[p] - '0') & 0xFF) <= 9) {
                    mantissa = 10 * mantissa + digit;
                    p++;
                }
                scale = p - mark;
                digits += scale;
            }
            double value;
            if (digits > 0 && digits <= 18 && mantissa <= DecimalText.EXACT && isTokenEnd(bytes[p])) {
                value = mantissa / DecimalText.power(scale);
                value = negative ? -value : value;
            } else {
                p = tokenEnd(bytes, start);
                value = DecimalText.parse(bytes, start, p, POINT);
                if (!Double.isFinite(value)) {
                    throw LibsvmMistake.value(bytes, token, start, p, line, lineStart);
                }
            }
            if (value != 0) {
                add(previous - 1, value);
            }
        }
    }

    private void add(int column, double value) {
        if (entries == columns.length) {
            columns = Arrays.copyOf(columns, 2 * entries);
            if (values != null) {
                values = Arrays.copyOf(values, 2 * entries);
            }
        }
        columns[entries] = column;
        if (values != null) {
            values[entries] = value;
        } else if (value != 1) {
            values = new double[columns.length];
            Arrays.fill(values, 0, entries, 1);
            values[entries] = value;
        }
        entries++;
    }

    private void addRow(double label) {
        if (n == labels.length) {
            labels = Arrays.copyOf(labels, 2 * n);
            ends = Arrays.copyOf(ends, 2 * n);
        }
        labels[n] = label;
        ends[n] = entries;
        n++;
    }

    private static int skipBlanks(byte[] bytes, int from) {
        int p = from;
        while (bytes[p] == ' ' || bytes[p] == '\t') {
            p++;
        }
        return p;
    }

    private static int tokenEnd(byte[] bytes, int from) {
        int p = from;
        while (!isTokenEnd(bytes[p])) {
            p++;
        }
        return p;
    }

    private static boolean isTokenEnd(byte c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '#';
    }

    private static boolean isLineEnd(byte c) {
        return c == '\n' || c == '\r';
    }
}
