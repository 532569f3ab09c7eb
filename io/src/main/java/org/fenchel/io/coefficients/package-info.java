/**
 * Linear models as text that people and other programs read: every coefficient with the name of its feature, as JSON or as CSV.
 * Both come back as models.
 */
@NullMarked
package org.fenchel.io.coefficients;

import org.jspecify.annotations.NullMarked;
