package org.fenchel.solver.gradient;

/** How long gradient steps are. */
public enum StepSize {
    /** 1/L with the L of each step searched for, so that it follows the curvature where the method is. */
    BACKTRACKING,
    /** 1/L with one L for the whole space, from power iterations. */
    FIXED
}
