package org.fenchel.penalty;

import org.fenchel.data.InvalidInput;

/** The one rule for weights of penalty terms. */
final class PenaltyWeight {
    private PenaltyWeight() {}

    /** The weight, if it is finite and not negative. */
    static double checked(String name, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw InvalidInput.of("penalty: " + name + " is " + weight, "give a number of 0 or more");
        }
        return weight;
    }
}
