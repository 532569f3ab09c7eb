/** Methods that learn second derivatives from the changes of the gradient. */
@NullMarked
package org.fenchel.solver.quasinewton;

import org.jspecify.annotations.NullMarked;
