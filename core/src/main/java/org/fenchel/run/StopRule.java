package org.fenchel.run;

/**
 * When to stop; the first rule that holds ends the run.
 *
 * @param relativeGap stop when the certificate's relative gap is at most this; 0 never
 * @param relativeChange stop when the objective changed by less than this, relatively, between two probes; 0 never
 * @param passes most passes over the data
 * @param seconds most seconds of work, measuring excluded
 */
public record StopRule(double relativeGap, double relativeChange, double passes, double seconds) {
    /** A relative gap of 1e-6, no other limit but 1000 passes. */
    public StopRule() {
        this(1e-6, 0, 1000, Double.POSITIVE_INFINITY);
    }

    public StopRule withRelativeGap(double gap) {
        return new StopRule(gap, relativeChange, passes, seconds);
    }

    public StopRule withRelativeChange(double change) {
        return new StopRule(relativeGap, change, passes, seconds);
    }

    public StopRule withPasses(double most) {
        return new StopRule(relativeGap, relativeChange, most, seconds);
    }

    public StopRule withSeconds(double most) {
        return new StopRule(relativeGap, relativeChange, passes, most);
    }
}
