/**
 * Files that appear whole or not at all.
 */
@NullMarked
package org.fenchel.io.file;

import org.jspecify.annotations.NullMarked;
