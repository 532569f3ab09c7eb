/**
 * Data and models, in and out of files; the readers, encoders and writers are in the packages below this one.
 */
@NullMarked
package org.fenchel.io;

import org.jspecify.annotations.NullMarked;
