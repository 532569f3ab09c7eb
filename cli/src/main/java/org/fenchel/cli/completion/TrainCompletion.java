package org.fenchel.cli.completion;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.OutputOptions;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.cli.train.FitOptions;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Completes matrices. */
@Command(
        name = "completion",
        header = "Complete a matrix of ratings by one of low rank (nuclear norm), with a proof of how good it is.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example: fenchel train completion examples/ratings.csv --user user --item film --value rating --test-split 0.2"
        })
public final class TrainCompletion implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RATINGS",
            description = "A CSV file, plain or gzip, with a rating a line, or a folder of MovieLens 100K.")
    private String data = "";

    @Mixin
    private MatrixOptions matrix = new MatrixOptions();

    @Option(
            names = "--test-split",
            paramLabel = "F",
            defaultValue = "0",
            description = "Hold this share of the ratings out, drawn by the seed, and report the metrics on them.")
    private double testSplit;

    @Mixin
    private FitOptions fit = new FitOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ReadOptions read = new ReadOptions();

    @Override
    public Integer call() throws IOException {
        TrainPlan plan = Usage.of(spec, this::plan);
        return new MatrixJob(plan, matrix, MatrixOptions.solver(fit.solver), spec).run();
    }

    private TrainPlan plan() {
        if (matrix.time != null && testSplit == 0) {
            throw InvalidInput.of("--time says what to hold out, and nothing is", "add --test-split, such as 0.2");
        }
        if (fit.warmStart != null) {
            throw InvalidInput.of("--warm-start is not for the completion of matrices", "leave it out");
        }
        output.check();
        matrix.check();
        MatrixOptions.solver(fit.solver);
        CsvFormat format = read.format(Set.of(), new HashSet<>(Set.of(matrix.user, matrix.item)));
        return new TrainPlan(
                data,
                format,
                read.given(),
                testSplit,
                fit.toleranceGiven() ? fit.rule() : fit.rule().withRelativeGap(1e-4),
                fit.toleranceGiven(),
                fit.seed,
                output);
    }
}
