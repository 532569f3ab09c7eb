package org.fenchel.lab.compare;

import org.fenchel.run.Trace;

/** What methods are compared by; lower is better. */
public enum Measure {
    /** The certified relative gap: the only one that needs no other run to know how far it is. */
    GAP("certified relative gap"),
    /** The excess of the objective over the lowest that any method found, in units of max(1, |lowest|). */
    OBJECTIVE("relative excess of the objective"),
    /** The mean loss on rows held out, over the lowest that any method found. */
    LOG_LOSS("excess of the loss on rows held out");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    /** In words, as an axis has it. */
    public String words() {
        return words;
    }

    /** What a point has before anything is taken from it; NaN where it was not measured. */
    double raw(Trace.Point point) {
        return switch (this) {
            case GAP -> point.relativeGap();
            case OBJECTIVE -> point.objective();
            case LOG_LOSS -> point.validation();
        };
    }

    /** What a point has beside the lowest of all runs. */
    double value(Trace.Point point, double lowest) {
        return this == GAP ? raw(point) : (raw(point) - lowest) / Math.max(1, Math.abs(lowest));
    }
}
