package org.fenchel.cli.console;

/** The warning about rates below 0, which the identity link can give away from the training data. */
public final class Clipped {
    private Clipped() {}

    /**
     * The warning.
     *
     * @param count how many rates were below 0
     * @param ruledOut for how many rows the counts, where known, can't be so
     */
    public static String words(int count, int ruledOut) {
        return Numbers.count(count, "predicted rate") + (count == 1 ? " was" : " were")
                + " negative and counted as 0: the identity link does not hold there"
                + (ruledOut > 0 ? ", and " + infinite(ruledOut) : "")
                + "; --link log predicts none below 0";
    }

    /** What becomes of the metrics where a count was observed that the model rules out. */
    public static String infinite(int ruledOut) {
        return "the deviance and the log-likelihood are infinite, since the model rules out the "
                + (ruledOut == 1 ? "count of 1 row" : "counts of " + Numbers.count(ruledOut, "row"));
    }
}
