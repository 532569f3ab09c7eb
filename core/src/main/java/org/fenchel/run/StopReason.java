package org.fenchel.run;

/** Why a run ended. */
public enum StopReason {
    /** The certified relative gap is within the tolerance. */
    CERTIFIED("the certified relative gap is within the tolerance"),
    /** The objective hardly changed between two probes. */
    RELATIVE_CHANGE("the objective hardly changes any more"),
    /** The method has done all that it set out to do. */
    FINISHED("the method has done all its passes"),
    /** All passes are used up. */
    PASSES("all passes are used up"),
    /** The time is used up. */
    SECONDS("the time is used up"),
    /** Neither objective nor bound improved for many probes: rounding's limit, or a step that is too large or too small. */
    NO_PROGRESS("neither the objective nor its bound improves any more"),
    /** The score on held-out rows has not improved for as long as the patience was; the solution that scored best is kept. */
    VALIDATION("the validation score does not improve any more"),
    /** The user stopped it; the best solution so far is kept. */
    INTERRUPTED("it was interrupted"),
    /** A number overflowed; the best solution before that is kept. */
    NUMERICAL("a number overflowed"),
    /** The objective has no minimiser: weights grow for ever. */
    NO_MINIMISER("the objective has no minimiser: the weights grow without bound");

    private final String words;

    StopReason(String words) {
        this.words = words;
    }

    /** In words, to follow "stopped because". */
    public String words() {
        return words;
    }
}
