package org.fenchel.io.image;

/** Counts with their nouns. */
final class Counted {
    private Counted() {}

    /** Such as {@code 1 dimension} or {@code 3 dimensions}. */
    static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
