package org.fenchel.penalty;

/**
 * The elastic net of weights that may not be negative: r(b) = l1 sum b_j + l2/2 ||b||^2 for b ≥ 0. Without l2, r*(v) is 0 where
 * all v_j ≤ l1 and infinite elsewhere.
 *
 * @param l1 weight of the absolute values, 0 or more
 * @param l2 weight of half the squares, 0 or more
 */
public record NonNegative(double l1, double l2) implements Separable {
    public NonNegative {
        PenaltyWeight.checked("l1", l1);
        PenaltyWeight.checked("l2", l2);
    }

    @Override
    public double low() {
        return 0;
    }
}
