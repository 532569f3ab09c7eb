/** The choice of a penalty by paths, folds and rows held out. Knows no kind of model. */
@NullMarked
package org.fenchel.cli.select;

import org.jspecify.annotations.NullMarked;
