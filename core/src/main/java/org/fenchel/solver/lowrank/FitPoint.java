package org.fenchel.solver.lowrank;

import org.fenchel.problem.LowRankMatrix;

/**
 * A point of a semi-structured inequality: the block with an oracle, and the block with an exact prox.
 *
 * @param matrix the block with an oracle
 * @param fitted its entries on Omega
 * @param exact the other block
 */
record FitPoint(LowRankMatrix matrix, double[] fitted, double[] exact) {}
