package org.fenchel.cli;

import java.io.IOException;
import java.util.HashSet;
import java.util.concurrent.Callable;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the four kinds of training share: everything but the loss and what belongs to it. */
abstract class TrainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description = "A CSV or LIBSVM file, plain or gzip, or a known data set.")
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

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    ReadOptions read = new ReadOptions();

    /** What is learned. */
    abstract Task task();

    /**
     * The loss that the options choose.
     *
     * @throws InvalidInput if they make no sense
     */
    abstract Loss loss();

    /** The class to be +1, where there are classes and the user chose. */
    @Nullable
    String positive() {
        return null;
    }

    /** The column of exposures, where there may be one. */
    @Nullable
    String exposure() {
        return null;
    }

    /** Whether the targets of a model of counts are rates. */
    boolean rates() {
        return false;
    }

    @Override
    public Integer call() throws IOException {
        TrainPlan plan = Usage.of(spec, this::plan);
        return new TrainJob(plan, spec).run();
    }

    private TrainPlan plan() {
        if (!(testSplit >= 0 && testSplit < 1)) {
            throw InvalidInput.of("--test-split is " + testSplit, "give a share from 0 to below 1, such as 0.2");
        }
        if (output.json && output.quiet) {
            throw InvalidInput.of("--json and --quiet contradict each other", "give one of them");
        }
        PenaltyChoice.check(penalty);
        CsvFormat format = read.format(new HashSet<>(columns.numeric), new HashSet<>(columns.categorical));
        return new TrainPlan(
                task(),
                loss(),
                data,
                format,
                read.given(),
                columns,
                positive(),
                exposure(),
                rates(),
                columns.scale(),
                columns.missing(),
                penalty,
                !noIntercept,
                testSplit,
                SolverChoice.of(fit.solver),
                fit.rule(),
                fit.seed,
                fit.warmStart,
                output);
    }
}
