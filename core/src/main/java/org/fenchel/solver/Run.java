package org.fenchel.solver;

import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;

/** A method at work on one problem: its state, advanced by {@link #step()}. Not thread-safe. */
public interface Run<S extends Solution> {
    /**
     * One pass over the rows, or one iteration of a batch method. Allocates nothing once its work space has grown to
     * what the problem needs. A method of many small steps returns early, at a consistent state, when the thread is interrupted.
     */
    void step();

    /** The current solution, copied. */
    S solution();

    /**
     * A certificate for {@link #solution()}, which it may sharpen first (by the exact intercept, say). Costs about three passes.
     */
    Certificate certificate();

    /**
     * The same for one who is content with a relative gap: a run that sees, at little cost, that no proof of it would succeed yet may leave the
     * proof out, and answer with the best bound that it has proven before.
     *
     * @param enough relative gap
     */
    default Certificate certificate(double enough) {
        return certificate();
    }

    /** What was asked of oracles so far. */
    default OracleWork oracle() {
        return OracleWork.NONE;
    }

    /** Passes over the data so far (a full-batch Newton step counts as one). */
    double passes();

    /** Weighted mean of the losses of the last pass, each taken just before its row was used, where the method has one. */
    OptionalDouble onlineLoss();

    /**
     * Whether a lack of progress is no reason to stop now: it plans its own end, as methods with falling steps do, or has begun anew in
     * another way.
     */
    default boolean planned() {
        return false;
    }

    /** How the run is doing; anything but well ends it. */
    Health health();

    /** What may go wrong while solving. */
    enum Health {
        /** Nothing is wrong. */
        WELL,
        /** A number overflowed; the state is of no use any more. */
        OVERFLOW,
        /** The objective is seen to have no minimiser: weights grow while the objective sinks towards a value it never takes. */
        NO_MINIMISER,
        /** It has done all that it was to do. */
        FINISHED,
        /** Rounding keeps it from getting any closer. */
        EXHAUSTED
    }
}
