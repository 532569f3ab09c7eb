/**
 * Point processes with exponential kernels: the features of events, and fitting by likelihood or by least squares as problems.
 */
@NullMarked
package org.fenchel.problem.pointprocess;

import org.jspecify.annotations.NullMarked;
