/** Experiments with factorization machines by exact proximal steps. */
@NullMarked
package org.fenchel.lab.factorization;

import org.jspecify.annotations.NullMarked;
