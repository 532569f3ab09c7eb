/** Links between nodes predicted by a matrix of low rank, with a penalty on every entry: problems whose dual is a full matrix. */
@NullMarked
package org.fenchel.problem.links;

import org.jspecify.annotations.NullMarked;
