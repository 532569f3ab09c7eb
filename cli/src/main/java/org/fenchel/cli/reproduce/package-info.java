/** The command {@code reproduce}: experiments run and reported. */
@NullMarked
package org.fenchel.cli.reproduce;

import org.jspecify.annotations.NullMarked;
