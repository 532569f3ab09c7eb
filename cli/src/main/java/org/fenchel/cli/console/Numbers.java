package org.fenchel.cli.console;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {
    private Numbers() {}

    /** A count with separators, such as {@code 32,561}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A count with its noun, such as {@code 1 row} or {@code 4,601 rows}. */
    public static String count(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** Two digits in exponent form, such as {@code 3.2e-07}, or in words where it is not finite. */
    public static String small(double value) {
        if (value == 0) {
            return "0";
        }
        return Double.isFinite(value) ? exponent(String.format(Locale.ROOT, "%.1e", value)) : words(value);
    }

    /** The digits that tell values apart, such as {@code 0.240412} or {@code 1.53e+09}. */
    public static String digits(double value, int significant) {
        if (!Double.isFinite(value)) {
            return words(value);
        }
        if (value == 0) {
            return "0";
        }
        int order = (int) Math.floor(Math.log10(Math.abs(value)));
        if (order < -4 || order >= 9) {
            return exponent(String.format(Locale.ROOT, "%." + (significant - 1) + "e", value));
        }
        return String.format(Locale.ROOT, "%." + Math.max(0, significant - 1 - order) + "f", value);
    }

    /** Six digits. */
    public static String of(double value) {
        return digits(value, 6);
    }

    /** As short as it can be without changing the value, whole numbers without a fraction: options given back. */
    public static String exact(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Seconds, with more digits where they are few. */
    public static String seconds(double value) {
        if (value < 0.0995) {
            return String.format(Locale.ROOT, "%.0f ms", value * 1e3);
        }
        return value < 9.95 ? String.format(Locale.ROOT, "%.2f s", value) : String.format(Locale.ROOT, "%.0f s", value);
    }

    private static String words(double value) {
        return Double.isNaN(value) ? "-" : value > 0 ? "infinite" : "-infinite";
    }

    /** 3.2e-07 as 3.2e-7. */
    private static String exponent(String text) {
        return text.replaceFirst("e([+-])0", "e$1").replace("e+", "e");
    }
}
