/** Ratings of items by users, with what is known of both. */
@NullMarked
package org.fenchel.io.ratings;

import org.jspecify.annotations.NullMarked;
