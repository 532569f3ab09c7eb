/**
 * How well scores fit targets: one metric a file, each over weighted rows, so that one bootstrap serves them all. Knows
 * arrays and losses; must not know problems, solvers or files.
 */
@NullMarked
package org.fenchel.metric;

import org.jspecify.annotations.NullMarked;
