package org.fenchel.solver.lowrank;

/** How a fit with a nuclear norm is written as a saddle point. */
public enum Form {
    /** The fit by its conjugate, (48). */
    SADDLE,
    /** A copy of the fitted entries, tied to them by a penalty that adapts, (53). */
    PENALISED
}
