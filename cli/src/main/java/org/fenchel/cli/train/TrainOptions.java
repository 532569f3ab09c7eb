package org.fenchel.cli.train;

import java.util.HashSet;
import org.fenchel.cli.console.OutputOptions;
import org.fenchel.cli.data.ColumnOptions;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.cli.select.SelectOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the train commands of models of columns share: everything but the loss and what belongs to it. */
public final class TrainOptions {
    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description = "A CSV, LIBSVM or IDX file, plain or gzip, a folder of pictures, or a known data set.")
    String data = "";

    @Mixin
    public ColumnOptions columns = new ColumnOptions();

    @Mixin
    public PenaltyOptions penalty = new PenaltyOptions();

    @Option(names = "--no-intercept", description = "Fit no intercept; it is never penalised.")
    public boolean noIntercept;

    @Option(
            names = "--test-split",
            paramLabel = "F",
            defaultValue = "0",
            description = "Hold this share of the rows out, drawn by the seed, and report the metrics on them.")
    double testSplit;

    @Mixin
    public FitOptions fit = new FitOptions();

    @Option(
            names = "--explain",
            description =
                    "Say how the method was chosen: what each would cost, why, and which cannot solve the problem.")
    public boolean explain;

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    ReadOptions read = new ReadOptions();

    /**
     * What these options say, but for columns and penalty.
     *
     * @param select whether a path finds the penalty
     * @throws InvalidInput if they make no sense
     */
    public TrainPlan plan(SelectOptions select) {
        if (select.path()) {
            PenaltyWalk walk = new PenaltyWalk(penalty);
            walk.check();
            PenaltyChoice.check(walk.at(1));
            if (fit.warmStart != null) {
                throw InvalidInput.of(
                        "--warm-start has no effect on a path, whose fits start from one another",
                        "leave one of them out");
            }
        } else {
            PenaltyChoice.check(penalty);
        }
        output.check();
        columns.check();
        CsvFormat format = read.format(new HashSet<>(columns.numeric), new HashSet<>(columns.categorical));
        return new TrainPlan(data, format, read.given(), testSplit, fit.rule(), fit.toleranceGiven(), fit.seed, output);
    }
}
