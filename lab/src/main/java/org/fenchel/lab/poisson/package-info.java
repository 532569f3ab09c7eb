/**
 * Experiments with Poisson regression whose rate is linear in the features: M. Bompaire, E. Bacry, S. Gaïffas, arXiv 1807.03545
 * (2018).
 */
@NullMarked
package org.fenchel.lab.poisson;

import org.jspecify.annotations.NullMarked;
