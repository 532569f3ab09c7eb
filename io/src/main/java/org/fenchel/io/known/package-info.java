/**
 * Public data sets known by name: where they come from, how they are read, and their checksums. Adding one is adding an entry to
 * {@code known-data.json}.
 */
@NullMarked
package org.fenchel.io.known;

import org.jspecify.annotations.NullMarked;
