/** How sure the weights of a fitted model are: covariances, standard errors, tests and intervals. */
@NullMarked
package org.fenchel.inference;

import org.jspecify.annotations.NullMarked;
