package org.fenchel.cli;

/** The warning about rates below 0, which the identity link can give away from the training data. */
final class Clipped {
    private Clipped() {}

    static String words(int count) {
        return Numbers.count(count, "predicted rate") + (count == 1 ? " was" : " were")
                + " negative and counted as 0: the identity link does not hold there";
    }
}
