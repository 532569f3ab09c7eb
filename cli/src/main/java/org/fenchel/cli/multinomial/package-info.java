/** Models of several classes: {@code train multinomial}, and what is done with them. */
@NullMarked
package org.fenchel.cli.multinomial;

import org.jspecify.annotations.NullMarked;
