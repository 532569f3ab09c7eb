package org.fenchel.cli.factorization;

import java.io.IOException;
import java.util.HashSet;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.OutputOptions;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.ColumnOptions;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.cli.train.ClassOptions;
import org.fenchel.cli.train.FitOptions;
import org.fenchel.cli.train.TrainJob;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.io.csv.CsvFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns factorization machines. */
@Command(
        name = "fm",
        header = "Fit a factorization machine, for users, items and other categories.",
        description = {
            "Learns a weight for each feature and, by latent vectors, one for each pair of features.",
            "Columns of texts and of whole numbers are categories; columns of 0 and 1 and of other numbers are numbers."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example: fenchel train fm ratings.csv --target rating --threshold 5 --exclude time"})
public final class TrainFactorization implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description =
                    "A CSV, LIBSVM or LIBFFM file, plain or gzip, a folder of MovieLens 100K, or a known data set.")
    private String data = "";

    @Mixin
    private FactorizationOptions machine = new FactorizationOptions();

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Mixin
    private ClassOptions classes = new ClassOptions();

    @Option(
            names = "--test-split",
            paramLabel = "F",
            defaultValue = "0",
            description = "Hold this share of the rows out, drawn by the seed, and report the metrics on them.")
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
        FactorizationPlan machinePlan = Usage.of(
                spec,
                () -> new FactorizationPlan(
                        machine,
                        columns,
                        classes.positive,
                        FactorizationOptions.solver(fit.solver, fit.epochs),
                        fit.warmStart));
        if (machine.stream) {
            Usage.of(spec, () -> {
                FactorizationStream.check(plan, machinePlan);
                return true;
            });
            return new FactorizationStream(plan, machinePlan, spec).run();
        }
        return new TrainJob<>(plan, new FactorizationLearner(plan, machinePlan, spec), spec).run();
    }

    private TrainPlan plan() {
        output.check();
        columns.check();
        machine.check();
        CsvFormat format = read.format(new HashSet<>(columns.numeric), new HashSet<>(columns.categorical));
        return new TrainPlan(data, format, read.given(), testSplit, fit.rule(), fit.toleranceGiven(), fit.seed, output);
    }
}
