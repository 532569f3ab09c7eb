/** Methods that use second derivatives. */
@NullMarked
package org.fenchel.solver.newton;

import org.jspecify.annotations.NullMarked;
