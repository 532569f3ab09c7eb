/**
 * Files opened: gzip unpacked, the format recognised, the text cut into blocks that are parsed on all cores.
 */
@NullMarked
package org.fenchel.io.source;

import org.jspecify.annotations.NullMarked;
