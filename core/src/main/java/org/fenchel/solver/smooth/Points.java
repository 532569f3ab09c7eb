package org.fenchel.solver.smooth;

import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;

/**
 * The solutions of one problem as points, that is weights with the intercepts behind them, the form in which methods move them. What
 * needs much memory is allocated when it is first asked for.
 */
public interface Points<S extends Solution> {
    /** A certificate for the point's weights with the best intercepts for them, which take their place in the point. */
    Certificate certify(double[] point);

    /** The point as a solution, copied. */
    S solution(double[] point);

    /** Whether the objective falls for ever in the direction of the point, which was certified just before. */
    boolean noMinimiser(double[] point);
}
