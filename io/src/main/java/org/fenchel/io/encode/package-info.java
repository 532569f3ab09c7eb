/**
 * From tables to rows of features and targets, and the way back: what is fitted on the training data is kept in the model and
 * applied to every later row.
 */
@NullMarked
package org.fenchel.io.encode;

import org.jspecify.annotations.NullMarked;
