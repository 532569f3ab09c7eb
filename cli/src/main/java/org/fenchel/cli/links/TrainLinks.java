package org.fenchel.cli.links;

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

/** Learns to predict links. */
@Command(
        name = "links",
        header = "Predict links between nodes by a matrix of low rank (hinge, l1 and nuclear norm), with a proof.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Each row of EDGES is a link, from one node to another. What is no link is drawn at random among the pairs",
            "that are not in the file, as many as there are links, unless a column of labels says it.",
            "",
            "Example: fenchel train links examples/follows.csv --from who --to whom --test-split 0.2"
        })
public final class TrainLinks implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "EDGES", description = "A CSV file, plain or gzip, with a link a line.")
    private String data = "";

    @Mixin
    private LinkOptions links = new LinkOptions();

    @Option(
            names = "--test-split",
            paramLabel = "F",
            defaultValue = "0",
            description = "Hold this share of the pairs out, drawn by the seed, and report the metrics on them.")
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
        return new LinkJob(plan, links, LinkOptions.solver(fit.solver), spec).run();
    }

    private TrainPlan plan() {
        if (fit.warmStart != null) {
            throw InvalidInput.of("--warm-start is not for links", "leave it out");
        }
        output.check();
        links.check();
        LinkOptions.solver(fit.solver);
        CsvFormat format = read.format(Set.of(), new HashSet<>(Set.of(links.from, links.to)));
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
