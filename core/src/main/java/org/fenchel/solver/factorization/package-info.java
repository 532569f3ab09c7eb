/** Methods that fit factorization machines: exact proximal steps, and stochastic gradients to compare with. */
@NullMarked
package org.fenchel.solver.factorization;

import org.jspecify.annotations.NullMarked;
