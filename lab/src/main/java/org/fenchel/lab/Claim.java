package org.fenchel.lab;

/**
 * Something a source says that numbers can confirm or contradict.
 *
 * @param text the claim, in words
 * @param holds whether it was found to hold
 * @param found the numbers that decide
 */
public record Claim(String text, boolean holds, String found) {
    /** {@code holds} or {@code does not hold}. */
    public String verdict() {
        return holds ? "holds" : "does not hold";
    }
}
