/**
 * Loops on arrays and the one door to BLAS and LAPACK: dot products, scaled additions, small factorisations. The
 * scalar version is the default; a SIMD version is picked once, at start, where the vector module is there.
 * Nothing here knows of problems.
 */
@NullMarked
package org.fenchel.kernel;

import org.jspecify.annotations.NullMarked;
