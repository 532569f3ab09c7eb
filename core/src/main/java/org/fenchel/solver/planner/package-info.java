/** Chooses a method for the problem at hand. */
@NullMarked
package org.fenchel.solver.planner;

import org.jspecify.annotations.NullMarked;
