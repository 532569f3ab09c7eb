/** Matrices of low rank fitted to some of their entries, by penalties on the sum of singular values. */
@NullMarked
package org.fenchel.problem.lowrank;

import org.jspecify.annotations.NullMarked;
