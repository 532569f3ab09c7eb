/** Rows kept on disk and read block by block, for data that are larger than memory. */
@NullMarked
package org.fenchel.io.disk;

import org.jspecify.annotations.NullMarked;
