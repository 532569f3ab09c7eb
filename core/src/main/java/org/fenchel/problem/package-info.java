/**
 * What is to be minimised: data, loss and penalty put together, with what can be asked of them (objectives, dual
 * values, gaps). A problem does not iterate.
 */
@NullMarked
package org.fenchel.problem;

import org.jspecify.annotations.NullMarked;
