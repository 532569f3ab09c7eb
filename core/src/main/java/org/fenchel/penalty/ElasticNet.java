package org.fenchel.penalty;

/**
 * The elastic net, r(b) = l1 sum |b_j| + l2/2 ||b||^2; r*(v) = sum max(|v_j| - l1, 0)^2 / (2 l2). H. Zou and T. Hastie,
 * "Regularization and variable selection via the elastic net", JRSS B 67 (2005).
 *
 * @param l1 weight of the absolute values, 0 or more
 * @param l2 weight of half the squares, 0 or more
 */
public record ElasticNet(double l1, double l2) implements Separable {
    public ElasticNet {
        PenaltyWeight.checked("l1", l1);
        PenaltyWeight.checked("l2", l2);
    }
}
