/**
 * Penalties on what is learned: values, proximal operators, conjugates and linear minimisation oracles, one
 * immutable record a file.
 */
@NullMarked
package org.fenchel.penalty;

import org.jspecify.annotations.NullMarked;
