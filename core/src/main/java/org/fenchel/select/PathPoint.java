package org.fenchel.select;

import org.fenchel.problem.Solution;
import org.fenchel.run.Fit;

/**
 * One fit of a path.
 *
 * @param index its place, counted from 0
 * @param factor of the penalty
 * @param fit with its certificate
 * @param <S> the kind of solution
 */
public record PathPoint<S extends Solution>(int index, double factor, Fit<S> fit) {}
