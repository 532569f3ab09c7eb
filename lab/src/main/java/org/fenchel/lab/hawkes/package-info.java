/** Pictures of Hawkes processes. */
@NullMarked
package org.fenchel.lab.hawkes;

import org.jspecify.annotations.NullMarked;
