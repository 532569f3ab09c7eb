package org.fenchel.cli.train;

import org.fenchel.cli.console.OutputOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.run.StopRule;

/**
 * What every train command understood, before anything is read.
 *
 * @param data as the user named it
 * @param surelyCsv whether options were given that only delimited text has
 * @param testSplit share of rows held out, 0 for none
 * @param toleranceGiven whether the rule's gap is the user's own
 */
public record TrainPlan(
        String data,
        CsvFormat format,
        boolean surelyCsv,
        double testSplit,
        StopRule rule,
        boolean toleranceGiven,
        long seed,
        OutputOptions output) {
    /**
     * Checks the share.
     *
     * @throws InvalidInput if it is negative, 1 or more, or no number
     */
    public TrainPlan {
        if (!(testSplit >= 0 && testSplit < 1)) {
            throw InvalidInput.of("--test-split is " + testSplit, "give a share from 0 to below 1, such as 0.2");
        }
    }
}
