/** Fitted Hawkes processes: intensities, likelihoods, residuals, simulation and prediction. */
@NullMarked
package org.fenchel.model.hawkes;

import org.jspecify.annotations.NullMarked;
