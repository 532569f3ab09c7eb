/**
 * Stochastic dual coordinate ascent (SDCA): maximises the dual over one row's variable, or a few rows', at a time.
 *
 * <p>{@link org.fenchel.solver.dual.Sdca} is the method; {@link org.fenchel.solver.dual.DualBounds} and {@link
 * org.fenchel.solver.dual.ConvergenceRates} are the theory of its convergence where the losses' derivatives are not Lipschitz.
 */
@NullMarked
package org.fenchel.solver.dual;

import org.jspecify.annotations.NullMarked;
