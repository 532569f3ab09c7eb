package org.fenchel.cli;

import org.fenchel.io.csv.CsvFormat;
import org.fenchel.run.StopRule;

/**
 * What every train command understood, before anything is read.
 *
 * @param data as the user named it
 * @param surelyCsv whether options were given that only delimited text has
 * @param testSplit share of rows held out, 0 for none
 */
record TrainPlan(
        String data,
        CsvFormat format,
        boolean surelyCsv,
        double testSplit,
        StopRule rule,
        long seed,
        OutputOptions output) {}
