package org.fenchel.io.coefficients;

import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;

/**
 * A line of a CSV file whose columns have names.
 *
 * @param number of the line in the file, from 1
 * @param columns number of each column by its name
 */
record CsvLine(long number, List<String> fields, Map<String, Integer> columns) {
    /** The text of a column, empty where the line or the file has none. */
    String text(String column) {
        Integer at = columns.get(column);
        return at == null || at >= fields.size() ? "" : fields.get(at);
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    /**
     * A finite number.
     *
     * @throws InvalidInput with the place if it is none
     */
    double number(String column) {
        String text = text(column).trim();
        // parseDouble takes "1d" and "0x1p3", too
        boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
        double value;
        try {
            value = plain ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException notOne) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            throw mistake(
                    column,
                    text.isEmpty() ? "there is no number" : "'" + text + "' is not a finite number",
                    "give one such as -1.5e-3");
        }
        return value;
    }

    /** As {@link #number}, and whole. */
    long whole(String column) {
        double value = number(column);
        try {
            return Long.parseLong(text(column).trim());
        } catch (NumberFormatException notOne) {
            throw mistake(column, value + " is not a whole number", "give one");
        }
    }

    /** The number of a place, counted from 1 in the file and from 0 here. */
    int place(String column) {
        long value = whole(column);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw mistake(column, value + " is the number of no column", "count from 1");
        }
        return (int) value - 1;
    }

    /** A mistake in a column of this line. */
    InvalidInput mistake(String column, String problem, String advice) {
        return placed(column, InvalidInput.of(problem, advice));
    }

    /** The mistake, which is in a column of this line unless it has a place already. */
    InvalidInput placed(String column, InvalidInput mistake) {
        Integer at = columns.get(column);
        return mistake.at(number, at == null ? 0 : at + 1);
    }
}
