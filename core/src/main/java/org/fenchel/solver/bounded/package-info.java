/** Minimisation of a smooth function of a plain array under bounds on its entries, and linear models by it. */
@NullMarked
package org.fenchel.solver.bounded;

import org.jspecify.annotations.NullMarked;
