/**
 * Micro benchmarks of the kernels and solvers, and comparisons with other libraries.
 */
@NullMarked
package org.fenchel.bench;

import org.jspecify.annotations.NullMarked;
