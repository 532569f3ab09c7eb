package org.fenchel.cli.hawkes;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.OutputOptions;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.cli.train.FitOptions;
import org.fenchel.cli.train.TrainPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fits a Hawkes process. */
@Command(
        name = "hawkes",
        header = "Fit a Hawkes process: events of several nodes that excite or inhibit each other.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "--solver: newton (l2 or no penalty), cholesky (least squares), selected-columns (l1 and many nodes), or a",
            "  method of fenchel solvers, node by node, such as sdca; by default the one that suits the problem.",
            "",
            "Example: fenchel train hawkes examples/orders.csv --time time --node node --decays 0.5,4 --l2 1e-3"
        })
public final class TrainHawkes implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "EVENTS",
            description = "A CSV file or JSON lines, plain or gzip, with an event a line.")
    private String data = "";

    @Mixin
    private EventOptions events = new EventOptions();

    @Mixin
    private HawkesOptions hawkes = new HawkesOptions();

    @Option(
            names = "--test-split",
            paramLabel = "F",
            defaultValue = "0",
            description = "Hold out this last share of the window's time, and report on it.")
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
        return new HawkesJob(plan, events, hawkes, fit, spec).run();
    }

    private TrainPlan plan() {
        output.check();
        events.columns();
        hawkes.check();
        hawkes.penalty();
        hawkes.baseline(0, 1);
        HawkesOptions.solver(fit.solver);
        return new TrainPlan(
                data,
                read.format(Set.of(), Set.of()),
                read.given(),
                testSplit,
                fit.rule(),
                fit.toleranceGiven(),
                fit.seed,
                output);
    }
}
