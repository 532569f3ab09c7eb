package org.fenchel.cli.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.ColumnOptions;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.cli.train.PenaltyOptions;
import org.fenchel.lab.compare.Measure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds out which solver is fastest on one's own data. The work is in {@link CompareJob}, so that no other command loads the laboratory. */
@Command(
        name = "compare",
        header = "Find out which solver is fastest on your data.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example: fenchel compare examples/spambase.csv --target type --task logistic --scale minmax --l2 1e-3"
        })
public final class Compare implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DATA", description = "A CSV, LIBSVM or IDX file, or a known data set.")
    String data = "";

    @Mixin
    ColumnOptions columns = new ColumnOptions();

    @Option(names = "--task", paramLabel = "TASK", required = true, description = "linear, logistic, svm or poisson.")
    String task = "";

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "A loss of the task, such as huber (default: squared, logistic, hinge, poisson-log).")
    @Nullable
    String loss;

    @Mixin
    PenaltyOptions penalty = new PenaltyOptions();

    @Option(names = "--no-intercept", description = "Fit no intercept; it is never penalised.")
    boolean noIntercept;

    @Option(
            names = "--solvers",
            paramLabel = "SPEC",
            description =
                    "A solver, such as \"sgd(batch=64)\"; give it several times. Otherwise, and with all, all there are.")
    List<String> solvers = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "WHAT",
            defaultValue = "gap",
            description =
                    "gap (certified), objective, or log-loss (on rows held out; the task's own metric where it has no"
                            + " chances) (default: ${DEFAULT-VALUE}).")
    String metric = "gap";

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "1e-6",
            description = "The goal that solvers race to (default: ${DEFAULT-VALUE}).")
    double tolerance;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "Time of all solvers together, such as 90s or 5m (default: ${DEFAULT-VALUE}).")
    String budget = "60s";

    @Option(names = "--step-sizes", description = "Try step sizes from 1e-3 to 1e3 as well, in the same time.")
    boolean stepSizes;

    @Option(
            names = "--test-split",
            paramLabel = "F",
            defaultValue = "0.25",
            description = "Share of rows held out for --metric log-loss (default: ${DEFAULT-VALUE}).")
    double testSplit;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "All that is random follows from it (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = {"--out", "-o"},
            paramLabel = "DIR",
            defaultValue = "fenchel-lab/compare",
            description = "Folder for the page, its charts and tables (default: ${DEFAULT-VALUE}).")
    Path out = Path.of("");

    @Option(names = "--again", description = "Measure everything anew. Otherwise a run that was stopped goes on.")
    boolean again;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    boolean json;

    @Mixin
    ReadOptions read = new ReadOptions();

    /** What solvers are compared by. */
    Measure measure() {
        return switch (metric) {
            case "gap" -> Measure.GAP;
            case "objective" -> Measure.OBJECTIVE;
            case "log-loss" -> Measure.LOG_LOSS;
            default -> throw Usage.mistake(spec, "--metric is '" + metric + "'; give gap, objective or log-loss");
        };
    }

    /** The time in seconds. */
    double seconds() {
        String number = budget.replaceFirst("[smh]$", "");
        double unit = budget.endsWith("h") ? 3600 : budget.endsWith("m") ? 60 : 1;
        try {
            double seconds = Double.parseDouble(number) * unit;
            if (seconds > 0 && Double.isFinite(seconds)) {
                return seconds;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw Usage.mistake(spec, "--budget is '" + budget + "'; give a time such as 60s or 5m");
    }

    @Override
    public Integer call() throws IOException {
        return new CompareJob(spec, this).run();
    }
}
