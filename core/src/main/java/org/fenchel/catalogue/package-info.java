/**
 * Components by name: records found at run time, parsed from and printed to text such as {@code huber(delta=0.5)}.
 */
@NullMarked
package org.fenchel.catalogue;

import org.jspecify.annotations.NullMarked;
