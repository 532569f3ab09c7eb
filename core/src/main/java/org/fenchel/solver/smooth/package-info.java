/** What deterministic methods share: the smooth part of an objective, searches along a line, starts, certificates. Each is used by composition. */
@NullMarked
package org.fenchel.solver.smooth;

import org.jspecify.annotations.NullMarked;
