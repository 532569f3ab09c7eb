package org.fenchel.select;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;

/**
 * Rows to learn from and rows to judge by.
 *
 * @param problems on the rows to learn from, under each factor of the penalty
 * @param scores of a solution on the others, one a metric
 * @param <P> the kind of problem
 * @param <S> the kind of solution
 */
public record Trial<P extends Problem<S>, S extends Solution>(
        DoubleFunction<P> problems, Function<S, double[]> scores) {}
