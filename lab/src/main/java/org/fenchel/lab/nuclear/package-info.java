/** Experiments on nuclear norms: completed matrices and links. */
@NullMarked
package org.fenchel.lab.nuclear;

import org.jspecify.annotations.NullMarked;
