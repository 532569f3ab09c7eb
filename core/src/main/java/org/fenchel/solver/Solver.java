package org.fenchel.solver;

import java.util.Optional;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.jspecify.annotations.Nullable;

/**
 * A method. Implementations are records whose components are the method's hyper-parameters and whose no-argument constructor
 * gives defaults that need no tuning. A solver has no clock, prints nothing and does not decide when to stop.
 */
public interface Solver<P extends Problem<S>, S extends Solution> {
    /** Why this method cannot solve the problem, in words; empty when it can. Only for mathematics that does not exist. */
    Optional<String> refusal(P problem);

    /**
     * Allocates all that the run needs.
     *
     * @param seed everything random in the run follows from it
     * @param start where to begin, or null for zero; copied
     */
    Run<S> start(P problem, long seed, @Nullable S start);

    /** Starts from zero. */
    default Run<S> start(P problem, long seed) {
        return start(problem, seed, null);
    }
}
