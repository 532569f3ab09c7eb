package org.fenchel.penalty;

import org.fenchel.data.InvalidInput;

/**
 * The interval every weight must lie in.
 *
 * @param low lower end, or -infinity
 * @param high upper end, or +infinity; equal ends fix the weight
 */
public record Constraint(double low, double high) {
    /** Every weight. */
    public static final Constraint NONE = new Constraint(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** All weights, 0 included, that are not negative. */
    public static final Constraint NON_NEGATIVE = new Constraint(0, Double.POSITIVE_INFINITY);

    public Constraint {
        low += 0.0; // -0.0 becomes 0.0, which a record takes for another number
        if (!(low <= high) || low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY) {
            throw InvalidInput.of(
                    "constraint: no weight lies between " + low + " and " + high, "give the lower end first");
        }
    }
}
