package org.fenchel.solver;

import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;

/** A method at work on one problem: its state, advanced by {@link #step()}. Not thread-safe. */
public interface Run<S extends Solution> {
    /**
     * One pass over the rows, or one iteration of a batch method. Allocates nothing. Returns early, at a consistent state,
     * when the thread is interrupted.
     */
    void step();

    /** The current solution, copied. */
    S solution();

    /**
     * A certificate for {@link #solution()}, which it may sharpen first (by the exact intercept, say). Costs about two passes.
     */
    Certificate certificate();

    /** Passes over the data so far (a full-batch Newton step counts as one). */
    double passes();

    /** Weighted mean of the losses of the last pass, each taken just before its row was used, where the method has one. */
    OptionalDouble onlineLoss();

    /** Whether the state has become useless (not finite), so that the driver must stop. */
    boolean broken();
}
