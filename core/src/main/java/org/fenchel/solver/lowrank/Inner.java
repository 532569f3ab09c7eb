package org.fenchel.solver.lowrank;

/** How a conditional gradient goes on from the atom that its oracle has found, the leading singular pair of the residual. */
public enum Inner {
    /** The step 2 / (k + 1) towards the atom: the textbook's, whose first step goes all the way. */
    PLAIN,
    /** The best point of the segment to the atom. */
    LINE,
    /** The best nonnegative combination of the point and the atom (Harchaoui, Juditsky, Nemirovski 2015). */
    PLANE,
    /** The best matrix whose columns and rows are spanned by all atoms so far. */
    SUBSPACE,
    /** The same with all pairs of a call that have converged and are above the threshold, not the leading one alone. */
    BLOCK,
    /** The same with a call that is one sweep of a subspace iteration, begun with the last call's vectors. */
    SWEEP
}
