/** Methods that use first derivatives and the penalty's proximal operator. */
@NullMarked
package org.fenchel.solver.gradient;

import org.jspecify.annotations.NullMarked;
