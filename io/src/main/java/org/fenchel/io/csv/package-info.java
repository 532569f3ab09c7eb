/**
 * Tables read from delimited text.
 */
@NullMarked
package org.fenchel.io.csv;

import org.jspecify.annotations.NullMarked;
