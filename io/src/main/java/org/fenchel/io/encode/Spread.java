package org.fenchel.io.encode;

import org.fenchel.data.InvalidInput;

/**
 * Where the values of a column lie.
 *
 * @param deviation the population's standard deviation
 */
record Spread(double min, double max, double mean, double deviation) {
    /** Of at least one finite value. */
    static Spread of(double[] values) {
        return of(values, values.length, values.length);
    }

    /**
     * Of {@code n} values of which all but {@code count} are zeros that are not stored.
     *
     * @param values the others, in the first {@code count} places
     */
    static Spread of(double[] values, int count, int n) {
        double min = count < n ? 0 : Double.POSITIVE_INFINITY;
        double max = count < n ? 0 : Double.NEGATIVE_INFINITY;
        double mean = 0;
        for (int k = 0; k < count; k++) {
            min = Math.min(min, values[k]);
            max = Math.max(max, values[k]);
            mean += values[k] / n; // a sum could overflow
        }
        // Two passes: the sum of squares minus the squared sum would lose every digit of a column far from zero.
        double residue = (n - count) * -mean;
        double squares = (n - count) * mean * mean;
        for (int k = 0; k < count; k++) {
            residue += values[k] - mean;
            squares += (values[k] - mean) * (values[k] - mean);
        }
        double better = Math.min(Math.max(mean + residue / n, min), max);
        double variance = Math.max(0, squares / n - (residue / n) * (residue / n));
        return new Spread(min, max, better, Math.sqrt(variance));
    }

    private boolean constant() {
        return min == max;
    }

    /** What to subtract. */
    double shift(Scale scale) {
        if (scale == Scale.NONE) {
            return 0;
        }
        return constant() || scale == Scale.MINMAX ? min : mean;
    }

    /** What to divide by then; infinite for a constant column, which makes it 0. */
    double divisor(Scale scale, String column) {
        if (scale == Scale.NONE) {
            return 1;
        }
        if (constant()) {
            return Double.POSITIVE_INFINITY;
        }
        double divisor = scale == Scale.MINMAX ? max - min : deviation;
        if (!(divisor > 0) || Double.isInfinite(divisor)) {
            throw InvalidInput.of(
                    "the values of column '" + column + "', from " + min + " to " + max
                            + ", cannot be scaled in doubles",
                    "rescale the column, or exclude it");
        }
        return divisor;
    }
}
