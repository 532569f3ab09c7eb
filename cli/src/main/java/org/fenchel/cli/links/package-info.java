/** Links between nodes: {@code train links}, and what is done with them. */
@NullMarked
package org.fenchel.cli.links;

import org.jspecify.annotations.NullMarked;
