package org.fenchel.solver.proximal;

import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.jspecify.annotations.Nullable;

/**
 * The penalty's part in a proximal step: x = prox(q) on the columns at hand, with the generalised Jacobian J of that map. Only
 * <em>active</em> columns, where J is not zero, take part in Newton's linear system.
 *
 * <p>The step of column j is {@code eta * metric[j]} (one metric for each group), or {@code eta} without a metric.
 */
interface PenaltyStep {
    /**
     * x = prox(q) on the first {@code count} of {@code columns}; finds the active columns.
     *
     * @param columns ascending
     */
    void prox(double[] q, int[] columns, int count, double eta, double[] x);

    /** How many columns are active after the last {@link #prox}. */
    int activeCount();

    /** The active columns, ascending, the first {@link #activeCount} entries. */
    int[] active();

    /** Counts how often the set of active columns, or J itself, has changed; equal counts mean an equal J. */
    long version();

    /** Adds the inverse of (step J) on the active columns to the lower triangle of h, whose rows have length {@code order}. */
    void addInverse(int order, double[] h);

    /** {@code out += (step J)^-1 v} on the active columns; v and out are indexed by column. */
    void addInverseTimes(double[] v, double[] out);

    /** {@code out = step J v} on the active columns; v and out are indexed by column. */
    void times(double[] v, double[] out);

    /** Sum of the penalty over the columns at hand, at x. */
    double value(int[] columns, int count, double[] x);

    /** The step of a penalty. */
    static PenaltyStep of(Penalty penalty, int d, double @Nullable [] metric) {
        if (penalty instanceof Separable separable) {
            return new SeparableStep(separable, d, metric);
        }
        if (penalty instanceof GroupL2 groups) {
            return new GroupStep(groups, d, metric);
        }
        throw new IllegalArgumentException("no proximal step for " + penalty);
    }
}
