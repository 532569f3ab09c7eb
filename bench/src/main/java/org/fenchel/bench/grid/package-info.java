/** The grid of problems on which the default method's choice is measured against all methods. */
@NullMarked
package org.fenchel.bench.grid;

import org.jspecify.annotations.NullMarked;
