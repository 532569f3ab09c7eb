package org.fenchel.select;

import java.util.Arrays;

/**
 * A metric over folds.
 *
 * @param mean of the folds, each counting the same; NaN where one of them has none
 * @param standardError of the mean: the folds' standard deviation over the square root of their number
 */
public record Score(double mean, double standardError) {
    /** Of two values or more, one a fold. */
    public static Score of(double... values) {
        int n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Score(mean, Math.sqrt(squares / (n - 1) / n));
    }
}
