/** Methods for matrices of low rank: proximal splitting, Semi-Proximal Mirror-Prox, conditional gradients. */
@NullMarked
package org.fenchel.solver.lowrank;

import org.jspecify.annotations.NullMarked;
