/** Oracles that minimise linear functions over balls, cones and simplices, and the vertices that they answer with. */
@NullMarked
package org.fenchel.solver.oracle;

import org.jspecify.annotations.NullMarked;
