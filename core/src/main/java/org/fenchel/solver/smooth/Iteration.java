package org.fenchel.solver.smooth;

import org.fenchel.solver.Run.Health;
import org.jspecify.annotations.Nullable;

/** A method on all rows at once, reduced to what only it knows: {@link BatchRun} makes a run of it. */
public interface Iteration {
    /**
     * One iteration. Leaves {@link #point} as it was, or at a better or other point whose entries are finite.
     *
     * @return what it cost, in passes over the data
     */
    double step();

    /** The current point: the weights, and behind them the intercept where there is one. Read only. */
    double[] point();

    /** The point with what is known of it; null where no more than the point is. */
    default @Nullable DescentPoint known() {
        return null;
    }

    /** How it is doing. */
    Health health();
}
