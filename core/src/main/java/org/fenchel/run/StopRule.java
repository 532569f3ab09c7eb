package org.fenchel.run;

/**
 * When to stop; the first rule that holds ends the run.
 *
 * @param relativeGap stop when the certificate's relative gap is at most this; with 0, when the gap is exactly 0
 * @param relativeChange stop when the lowest objective changed, but by no more than this part of it (of 1 where it is
 *     smaller), between two measurements; 0 never
 * @param passes most passes over the data
 * @param seconds most seconds of work, measuring excluded
 */
public record StopRule(double relativeGap, double relativeChange, double passes, double seconds) {
    /** A relative gap of 1e-6, no other limit but 1000 passes. */
    public StopRule() {
        this(1e-6, 0, 1000, Double.POSITIVE_INFINITY);
    }

    /** The same rule with another relative gap. */
    public StopRule withRelativeGap(double gap) {
        return new StopRule(gap, relativeChange, passes, seconds);
    }

    /** The same rule with another relative change. */
    public StopRule withRelativeChange(double change) {
        return new StopRule(relativeGap, change, passes, seconds);
    }

    /** The same rule with another number of passes. */
    public StopRule withPasses(double most) {
        return new StopRule(relativeGap, relativeChange, most, seconds);
    }

    /** The same rule with another time. */
    public StopRule withSeconds(double most) {
        return new StopRule(relativeGap, relativeChange, passes, most);
    }
}
