/** Methods for point processes: Newton steps on the likelihoods of all nodes at once, and any method of linear models node by node. */
@NullMarked
package org.fenchel.solver.pointprocess;

import org.jspecify.annotations.NullMarked;
