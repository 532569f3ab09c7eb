/** Experiments with the classical methods, and their costs. */
@NullMarked
package org.fenchel.lab.classical;

import org.jspecify.annotations.NullMarked;
