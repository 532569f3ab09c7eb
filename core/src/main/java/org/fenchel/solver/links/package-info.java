/** Methods that predict links: splitting of hinge and l1, which have an exact prox, from the nuclear norm. */
@NullMarked
package org.fenchel.solver.links;

import org.jspecify.annotations.NullMarked;
