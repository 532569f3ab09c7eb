/**
 * What is learned from: immutable rows (dense, sparse, indicator) and their targets, kept in flat arrays. Nothing
 * here interprets a label.
 */
@NullMarked
package org.fenchel.data;

import org.jspecify.annotations.NullMarked;
