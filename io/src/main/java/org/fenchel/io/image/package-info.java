/** Pictures and their labels in IDX files, the format of MNIST. */
@NullMarked
package org.fenchel.io.image;

import org.jspecify.annotations.NullMarked;
