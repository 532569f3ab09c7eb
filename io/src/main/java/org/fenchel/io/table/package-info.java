/**
 * Tables: named columns of numbers or categories, before anything is encoded.
 */
@NullMarked
package org.fenchel.io.table;

import org.jspecify.annotations.NullMarked;
