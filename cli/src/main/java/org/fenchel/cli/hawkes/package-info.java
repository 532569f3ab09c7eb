/** Hawkes processes: {@code train hawkes}, {@code simulate hawkes}, and what is done with them. */
@NullMarked
package org.fenchel.cli.hawkes;

import org.jspecify.annotations.NullMarked;
