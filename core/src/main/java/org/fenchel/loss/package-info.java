/**
 * Convex losses of one margin and its target: values, derivatives, conjugates and proximal operators, one
 * immutable record a file.
 */
@NullMarked
package org.fenchel.loss;

import org.jspecify.annotations.NullMarked;
