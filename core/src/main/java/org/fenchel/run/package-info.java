/**
 * The loop around a solver: the driver, its stopping rules and the trace it leaves.
 * The only clock is here, and no mathematics.
 */
@NullMarked
package org.fenchel.run;

import org.jspecify.annotations.NullMarked;
