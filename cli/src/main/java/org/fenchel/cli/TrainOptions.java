package org.fenchel.cli;

import java.util.HashSet;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the train commands of models of columns share: everything but the loss and what belongs to it. */
final class TrainOptions {
    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description = "A CSV, LIBSVM or IDX file, plain or gzip, a folder of pictures, or a known data set.")
    String data = "";

    @Mixin
    ColumnOptions columns = new ColumnOptions();

    @Mixin
    PenaltyOptions penalty = new PenaltyOptions();

    @Option(names = "--no-intercept", description = "Fit no intercept; it is never penalised.")
    boolean noIntercept;

    @Option(
            names = "--test-split",
            paramLabel = "F",
            defaultValue = "0",
            description = "Hold this share of the rows out, drawn by the seed, and report the metrics on them.")
    double testSplit;

    @Mixin
    FitOptions fit = new FitOptions();

    @Option(
            names = "--explain",
            description =
                    "Say how the method was chosen: what each would cost, why, and which cannot solve the problem.")
    boolean explain;

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    ReadOptions read = new ReadOptions();

    /**
     * What these options say, but for columns and penalty.
     *
     * @throws InvalidInput if they make no sense
     */
    TrainPlan plan() {
        PenaltyChoice.check(penalty);
        return planWithPath();
    }

    /** The same where a path may find the penalty, which is checked by whoever has the path. */
    TrainPlan planWithPath() {
        if (!(testSplit >= 0 && testSplit < 1)) {
            throw InvalidInput.of("--test-split is " + testSplit, "give a share from 0 to below 1, such as 0.2");
        }
        output.check();
        columns.check();
        CsvFormat format = read.format(new HashSet<>(columns.numeric), new HashSet<>(columns.categorical));
        return new TrainPlan(data, format, read.given(), testSplit, fit.rule(), fit.toleranceGiven(), fit.seed, output);
    }
}
