/**
 * Choosing a model: paths of penalties, folds and cross-validation, and the rules that choose by scores. Everything here is for
 * problems and solutions of any kind, but for what has the word linear in its name.
 */
@NullMarked
package org.fenchel.select;

import org.jspecify.annotations.NullMarked;
