package org.fenchel.solver.smooth;

import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;
import org.jspecify.annotations.Nullable;

/**
 * The solutions of one problem as points, that is weights with the intercepts behind them, the form in which methods move them. What
 * needs much memory is allocated when it is first asked for.
 */
public interface Points<S extends Solution> {
    /**
     * A certificate for the point's weights with the best intercepts for them, which take their place in the point.
     *
     * @param known what a method knows of a point of the same weights, or null
     */
    Certificate certify(double[] point, @Nullable DescentPoint known);

    /** The same where nothing is known. */
    default Certificate certify(double[] point) {
        return certify(point, null);
    }

    /** The point as a solution, copied. */
    S solution(double[] point);

    /** Whether the objective falls for ever in the direction of the point, which was certified just before. */
    boolean noMinimiser(double[] point);
}
