/**
 * Models of one margin: {@code train linear}, {@code logistic}, {@code svm} and {@code poisson}, and what is done
 * with them.
 */
@NullMarked
package org.fenchel.cli.linear;

import org.jspecify.annotations.NullMarked;
