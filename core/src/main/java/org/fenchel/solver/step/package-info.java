/** Parts of methods that take small steps on few rows: the order of rows, and weights that are kept lazily where rows are sparse. */
@NullMarked
package org.fenchel.solver.step;

import org.jspecify.annotations.NullMarked;
