package org.fenchel.solver.proximal;

/** How a pass goes through the rows. */
public enum RowOrder {
    /** In a new random order each pass, from the seed. */
    SHUFFLED,
    /** As they stand in the file. */
    FILE
}
