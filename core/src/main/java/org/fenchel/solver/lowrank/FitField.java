package org.fenchel.solver.lowrank;

/**
 * A value of the operator of a semi-structured inequality, F = [P's; exact].
 *
 * @param sparse s, a number for each entry of Omega
 * @param exact of the other block
 */
record FitField(double[] sparse, double[] exact) {}
