package org.fenchel.solver.bounded;

/**
 * Where a minimisation ended.
 *
 * @param x the point, inside the bounds
 * @param value the function there
 * @param projectedGradient largest entry of P(x - gradient) - x, 0 at an optimum
 * @param iterations steps taken
 * @param evaluations how often the function was evaluated
 * @param end why it ended
 */
public record Minimum(double[] x, double value, double projectedGradient, int iterations, int evaluations, End end) {
    /** Why a minimisation ended. */
    public enum End {
        /** The projected gradient is within the tolerance. */
        CONVERGED,
        /** Rounding keeps it from getting any lower. */
        EXHAUSTED,
        /** As many iterations as were allowed. */
        ITERATIONS,
        /** The thread was interrupted. */
        INTERRUPTED,
        /** The function is not finite at the start. */
        NOT_FINITE
    }
}
