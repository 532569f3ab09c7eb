package org.fenchel.penalty;

/**
 * Ridge, r(b) = l2/2 ||b||^2; r*(v) = ||v||^2 / (2 l2).
 *
 * @param l2 weight, 0 or more
 */
public record L2(double l2) implements Separable {
    public L2 {
        PenaltyWeight.checked("l2", l2);
    }
}
