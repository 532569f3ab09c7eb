/**
 * SHA-256 sums of files, which say in a model what it was fitted on and prove that a download is what it should be.
 */
@NullMarked
package org.fenchel.io.hash;

import org.jspecify.annotations.NullMarked;
