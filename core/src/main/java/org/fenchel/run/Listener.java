package org.fenchel.run;

/** Told of each probe while a run is on. */
@FunctionalInterface
public interface Listener {
    /** Hears nothing. */
    Listener NONE = point -> {};

    /** A probe was taken. */
    void probed(Trace.Point point);
}
