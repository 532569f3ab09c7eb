/** Figures of He and Harchaoui's article of 2015: matrices fitted under a nuclear norm, by oracles of singular pairs. */
@NullMarked
package org.fenchel.lab.nuclear;

import org.jspecify.annotations.NullMarked;
