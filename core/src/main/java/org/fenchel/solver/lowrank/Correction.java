package org.fenchel.solver.lowrank;

/** What a conditional gradient for a smooth fit optimises when its oracle has answered. */
public enum Correction {
    /** Nothing: the step 2 / (t + 1) towards the atom. */
    STEP,
    /** The point of the segment to the atom. */
    SEGMENT,
    /** The weights of the point and of the atom. */
    PLANE,
    /** The weights of all atoms so far. */
    ATOMS,
    /** The same, with all pairs of a call as atoms. */
    BLOCK
}
