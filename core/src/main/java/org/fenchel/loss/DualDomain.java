package org.fenchel.loss;

/** Where the conjugate of a {@link VectorLoss} is finite. Every domain contains 0 and is compact. */
public enum DualDomain {
    /** u plus the unit vector of the row's class is a probability vector: its entries are not negative and add up to 1. */
    SIMPLEX,
    /** Each entry by itself: from -1 to 0 for the row's class, from 0 to 1 for the others. */
    UNIT_INTERVALS
}
