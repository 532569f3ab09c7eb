/**
 * What was learned: immutable fitted models that predict and cannot train.
 */
@NullMarked
package org.fenchel.model;

import org.jspecify.annotations.NullMarked;
