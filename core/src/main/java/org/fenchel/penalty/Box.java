package org.fenchel.penalty;

/**
 * The elastic net of weights between two ends: r(b) = l1 sum |b_j| + l2/2 ||b||^2 for low ≤ b_j ≤ high. With finite ends the
 * conjugate is finite everywhere, with or without l2. The interval need not contain 0.
 *
 * @param low least weight, or -infinity
 * @param high largest weight, or +infinity
 * @param l1 weight of the absolute values, 0 or more
 * @param l2 weight of half the squares, 0 or more
 */
public record Box(double low, double high, double l1, double l2) implements Separable {
    /**
     * A box without weights: its prox is the projection onto it.
     *
     * @param low least weight, or -infinity
     * @param high largest weight, or +infinity
     */
    public Box(double low, double high) {
        this(low, high, 0, 0);
    }

    public Box {
        Constraint ends = new Constraint(low, high); // which checks them
        low = ends.low();
        high = ends.high();
        PenaltyWeight.checked("l1", l1);
        PenaltyWeight.checked("l2", l2);
    }
}
