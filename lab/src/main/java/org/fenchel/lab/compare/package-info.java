/** Which method is fastest on data of one's own. */
@NullMarked
package org.fenchel.lab.compare;

import org.jspecify.annotations.NullMarked;
