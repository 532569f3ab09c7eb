/** Which solver is fastest on the user's own data. */
@NullMarked
package org.fenchel.cli.compare;

import org.jspecify.annotations.NullMarked;
