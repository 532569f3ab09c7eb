/**
 * The loop around a solver: the driver, its stopping rules, the trace it leaves and the provenance it writes down.
 * The only clock is here, and no mathematics.
 */
@NullMarked
package org.fenchel.run;

import org.jspecify.annotations.NullMarked;
