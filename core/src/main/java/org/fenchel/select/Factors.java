package org.fenchel.select;

import org.fenchel.data.InvalidInput;

/** Factors of a penalty, from strong to weak in equal ratios. */
public final class Factors {
    /** The share of what could be gained that an l2 path leaves to its first model, which has no end of its own. */
    public static final double L2_SHARE = 0.01;

    private Factors() {}

    /**
     * A geometric sequence.
     *
     * @param largest where it begins
     * @param smallest where it ends, above 0
     * @param count how many, 1 or more; with 1 the smallest alone
     * @return descending, its ends exact
     * @throws InvalidInput if there is none, or the ends are not in this order
     */
    public static double[] geometric(double largest, double smallest, int count) {
        if (count < 1) {
            throw InvalidInput.of("a path of " + count + " penalties", "take 2 or more, such as 50");
        }
        if (!(smallest > 0 && smallest <= largest && largest < Double.POSITIVE_INFINITY)) {
            throw InvalidInput.of(
                    "a path of penalties from " + largest + " to " + smallest,
                    "let it go down, to a penalty that is above 0");
        }
        double[] factors = new double[count];
        double from = Math.log(largest);
        double to = Math.log(smallest);
        for (int k = 0; k < count - 1; k++) {
            factors[k] = k == 0 ? largest : Math.exp(from + (to - from) * k / (count - 1));
        }
        factors[count - 1] = smallest;
        return factors;
    }
}
