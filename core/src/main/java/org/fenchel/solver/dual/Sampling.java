package org.fenchel.solver.dual;

/** Which rows a pass visits. */
public enum Sampling {
    /** Each row once, in a new random order each pass. */
    PERMUTED,
    /** As many rows as there are, drawn independently and all alike. */
    UNIFORM,
    /** Drawn with probabilities that follow from how slowly each row's dual may converge: see {@link ConvergenceRates}. */
    IMPORTANCE,
    /** Drawn with probabilities that follow each row's own duality gap, computed anew before each pass at the cost of another. */
    ADAPTIVE
}
