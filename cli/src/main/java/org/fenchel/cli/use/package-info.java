/**
 * Saved models at work: {@code predict}, {@code evaluate}, {@code inspect}, {@code export} and {@code import}, for
 * every kind of model.
 */
@NullMarked
package org.fenchel.cli.use;

import org.jspecify.annotations.NullMarked;
