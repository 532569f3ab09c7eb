package org.fenchel.select;

import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.Listener;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * One problem under one penalty after the other, each fit starting where the last one ended and certified like any other. J.
 * Friedman, T. Hastie and R. Tibshirani, "Regularization paths for generalized linear models via coordinate descent", J. Stat.
 * Software 33 (2010).
 *
 * <pre>{@code
 * NullModel none = NullModel.of(problem);
 * double top = none.factor(L1::new, 0); // all weights are 0 here
 * RegularisationPath<FiniteSum, Solution.Linear> path = new RegularisationPath<>(
 *         l1 -> problem.with(new L1(l1)), Factors.geometric(top, 1e-3 * top, 50), new Auto(), new StopRule(), 42);
 * path.walk(point -> ...);
 * }</pre>
 *
 * @param problems the problem under each factor
 * @param factors from strong to weak
 * @param solver of all fits
 * @param rule of each fit
 * @param seed everything random follows from it
 * @param <P> the kind of problem
 * @param <S> the kind of solution
 */
public record RegularisationPath<P extends Problem<S>, S extends Solution>(
        DoubleFunction<P> problems, double[] factors, Solver<P, S> solver, StopRule rule, long seed) {
    /** Copies the factors. */
    public RegularisationPath {
        factors = factors.clone();
    }

    /** Fits all of them, from the first to the last, keeping no more than one at a time. */
    public void walk(Consumer<PathPoint<S>> visitor) {
        walk(visitor, Listener.NONE);
    }

    /**
     * The same with someone listening to the fits. An interrupt ends the fit it meets, and the path with it: that fit is the
     * last one visited.
     *
     * @param visitor gets each fit as soon as it is done
     */
    public void walk(Consumer<PathPoint<S>> visitor, Listener listener) {
        @Nullable S start = null;
        for (int k = 0; k < factors.length; k++) {
            PathPoint<S> point = new PathPoint<>(
                    k, factors[k], Driver.fit(problems.apply(factors[k]), solver, rule, seed, start, listener));
            visitor.accept(point);
            if (point.fit().trace().reason() == StopReason.INTERRUPTED) {
                return;
            }
            start = point.fit().solution();
        }
    }
}
