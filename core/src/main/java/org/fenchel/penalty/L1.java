package org.fenchel.penalty;

/**
 * The lasso's penalty, r(b) = l1 sum |b_j|, which sets weights to 0; r*(v) is 0 where all |v_j| ≤ l1 and infinite elsewhere.
 *
 * @param l1 weight, 0 or more
 */
public record L1(double l1) implements Separable {
    public L1 {
        PenaltyWeight.checked("l1", l1);
    }
}
