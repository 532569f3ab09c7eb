/** A folder of runs shown in a browser of the same machine, while they are at work. */
@NullMarked
package org.fenchel.lab.board;

import org.jspecify.annotations.NullMarked;
