/**
 * Data sets read from LIBSVM text: a label and index:value pairs a line.
 */
@NullMarked
package org.fenchel.io.libsvm;

import org.jspecify.annotations.NullMarked;
