package org.fenchel.io.source;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Decimal numbers in bytes: {@code [+-] digits [mark digits] [e [+-] digits]} with at least one digit before or after the
 * mark. Nothing else is a number here: no hexadecimal, no {@code 1d} or {@code 2f}, no digit groups.
 */
public final class DecimalText {
    /** Whole numbers up to this are exact as double. */
    public static final long EXACT = 1L << 53;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Nobody writes longer numbers, and rounding millions of digits right would take its time. */
    private static final int LONGEST = 1000;

    private DecimalText() {}

    /**
     * The power of ten that is exact as double.
     *
     * @param exponent 0 to 22
     */
    public static double power(int exponent) {
        return POWERS[exponent];
    }

    /**
     * The number nearest to what the bytes say.
     *
     * @param mark the decimal mark, '.' or ','
     * @return NaN if they are not a number; an infinity if the number is too large or they say infinity
     */
    public static double parse(byte[] bytes, int from, int to, byte mark) {
        if (to - from > LONGEST || from >= to) {
            return Double.NaN;
        }
        int p = from;
        boolean negative = bytes[p] == '-';
        if (negative || bytes[p] == '+') {
            p++;
        }
        long mantissa = 0;
        int digits = 0;
        int significant = 0;
        int exponent = 0;
        boolean marked = false;
        for (; p < to; p++) {
            int digit = (bytes[p] - '0') & 0xFF;
            if (digit <= 9) {
                digits++;
                if (significant > 0 || digit > 0) {
                    significant++;
                }
                if (significant <= 18) {
                    mantissa = 10 * mantissa + digit;
                }
                exponent -= marked ? 1 : 0;
            } else if (bytes[p] == mark && !marked) {
                marked = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return infinity(bytes, from, to);
        }
        if (p < to) {
            int written = exponent(bytes, p, to);
            if (written == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            exponent += written;
        }
        if (significant <= 18 && mantissa <= EXACT && exponent >= -22 && exponent <= 22) {
            // Both factors are exact, so the one rounding is the right one.
            double value = exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
            return negative ? -value : value;
        }
        return rounded(bytes, from, to, mark);
    }

    /** Whether these bytes are a number, finite or not. */
    public static boolean isNumber(byte[] bytes, int from, int to, byte mark) {
        return !Double.isNaN(parse(bytes, from, to, mark));
    }

    /** The number after the letter e, clamped to where doubles are 0 or infinite; MIN_VALUE if there is none. */
    private static int exponent(byte[] bytes, int at, int to) {
        int p = at + 1;
        if ((bytes[at] | 0x20) != 'e' || p >= to) {
            return Integer.MIN_VALUE;
        }
        boolean negative = bytes[p] == '-';
        if (negative || bytes[p] == '+') {
            p++;
        }
        if (p >= to) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; p < to; p++) {
            int digit = (bytes[p] - '0') & 0xFF;
            if (digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = Math.min(100_000, 10 * value + digit);
        }
        return negative ? -value : value;
    }

    private static double rounded(byte[] bytes, int from, int to, byte mark) {
        if (mark == '.') {
            return JavaDoubleParser.parseDouble(bytes, from, to - from);
        }
        byte[] pointed = new byte[to - from];
        for (int k = 0; k < pointed.length; k++) {
            pointed[k] = bytes[from + k] == mark ? (byte) '.' : bytes[from + k];
        }
        return JavaDoubleParser.parseDouble(pointed, 0, pointed.length);
    }

    private static double infinity(byte[] bytes, int from, int to) {
        int start = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
        if (equalsIgnoreCase(bytes, start, to, "inf") || equalsIgnoreCase(bytes, start, to, "infinity")) {
            return bytes[from] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.NaN;
    }

    private static boolean equalsIgnoreCase(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int k = 0; k < word.length(); k++) {
            if ((bytes[from + k] | 0x20) != word.charAt(k)) {
                return false;
            }
        }
        return true;
    }
}
