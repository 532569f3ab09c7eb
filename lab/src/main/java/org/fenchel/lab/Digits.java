package org.fenchel.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers with four significant digits, as tables and claims show them. */
public final class Digits {
    private static final MathContext FOUR = new MathContext(4);

    private Digits() {}

    /** Such as {@code 0.01235}, {@code 123500} or {@code 1.235e-7}; a dash for NaN. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "-" : value > 0 ? "infinite" : "-infinite";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e9) {
            return Long.toString((long) value);
        }
        if (size >= 1e-3 && size < 1e9) {
            return new BigDecimal(value).round(FOUR).stripTrailingZeros().toPlainString();
        }
        return String.format(Locale.ROOT, "%.3e", value)
                .replaceFirst("\\.?0+e", "e")
                .replaceFirst("e([+-])0", "e$1")
                .replace("e+", "e");
    }
}
