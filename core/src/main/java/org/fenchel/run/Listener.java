package org.fenchel.run;

/** Told of each step while a run is on, in the thread of the run. */
@FunctionalInterface
public interface Listener {
    /** Hears nothing. */
    Listener NONE = point -> {};

    /**
     * A step was taken, or, for the first point, none yet.
     *
     * @param point what is known after it; its objective, dual and gap are NaN where they were not measured
     */
    void probed(Trace.Point point);
}
