/** Completed matrices: {@code train completion}, and what is done with them. */
@NullMarked
package org.fenchel.cli.completion;

import org.jspecify.annotations.NullMarked;
