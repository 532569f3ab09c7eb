package org.fenchel.lab;

import org.jspecify.annotations.Nullable;

/**
 * Something a source says that numbers can confirm or contradict.
 *
 * @param text the claim, in words
 * @param holds whether it was found to hold
 * @param found the numbers that decide
 * @param why where the source is wrong, the reason in a sentence; else null
 */
public record Claim(
        String text, boolean holds, String found, @Nullable String why) {
    /** A claim without a reason. */
    public Claim(String text, boolean holds, String found) {
        this(text, holds, found, null);
    }

    /** The same claim, with the reason for the case that it does not hold. */
    public Claim otherwise(String reason) {
        return new Claim(text, holds, found, holds ? null : reason);
    }

    /** {@code holds} or {@code does not hold}. */
    public String verdict() {
        return holds ? "holds" : "does not hold";
    }
}
