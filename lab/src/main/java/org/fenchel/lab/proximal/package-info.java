/** Experiments with the stochastic proximal point method: A. Shtoff (2020). */
@NullMarked
package org.fenchel.lab.proximal;

import org.jspecify.annotations.NullMarked;
