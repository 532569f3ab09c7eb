/**
 * Fitted models with all they need to be used and traced: encodings, weights, certificate and provenance, in one file.
 */
@NullMarked
package org.fenchel.io.model;

import org.jspecify.annotations.NullMarked;
