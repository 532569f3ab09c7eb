/** Events from files: CSV and JSON lines with columns of times, nodes, sequences and marks. */
@NullMarked
package org.fenchel.io.events;

import org.jspecify.annotations.NullMarked;
