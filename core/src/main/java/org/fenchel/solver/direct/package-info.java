/** Methods that solve linear equations once. */
@NullMarked
package org.fenchel.solver.direct;

import org.jspecify.annotations.NullMarked;
