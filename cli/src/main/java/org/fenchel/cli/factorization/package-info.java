/** Factorization machines: {@code train fm}, and what is done with them. */
@NullMarked
package org.fenchel.cli.factorization;

import org.jspecify.annotations.NullMarked;
