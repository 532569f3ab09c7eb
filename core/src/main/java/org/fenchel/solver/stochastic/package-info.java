/**
 * Stochastic first-order methods: gradients of few rows at a time.
 *
 * <p>{@link org.fenchel.solver.stochastic.Sgd}, {@link org.fenchel.solver.stochastic.Adagrad} and {@link
 * org.fenchel.solver.stochastic.Adam} are one run ({@code DescentRun}) with different ways of keeping the weights ({@code Descent}); {@link
 * org.fenchel.solver.stochastic.Svrg} and {@link org.fenchel.solver.stochastic.Saga} reduce the variance of the gradients and
 * converge linearly.
 */
@NullMarked
package org.fenchel.solver.stochastic;

import org.jspecify.annotations.NullMarked;
