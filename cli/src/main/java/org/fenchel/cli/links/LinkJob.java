package org.fenchel.cli.links;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Interruption;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.DataOrigin;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.FileSum;
import org.fenchel.cli.data.Split;
import org.fenchel.cli.train.FitRun;
import org.fenchel.cli.train.TrainEnd;
import org.fenchel.cli.train.TrainOutcome;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.cli.train.TrainingRows;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.TrainedLinks;
import org.fenchel.io.model.Training;
import org.fenchel.model.LinkModel;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.run.Fit;
import org.fenchel.select.NuclearPath;
import org.fenchel.solver.links.LinkSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Training of a model of links: from the file of edges to the model, its test and its place on the disk. */
final class LinkJob {
    private final TrainPlan plan;
    private final LinkOptions options;
    private final LinkSolver solver;
    private final CommandSpec command;

    LinkJob(TrainPlan plan, LinkOptions options, LinkSolver solver, CommandSpec command) {
        this.plan = plan;
        this.options = options;
        this.solver = solver;
        this.command = command;
    }

    /** Does it all and returns the exit code. */
    int run() throws IOException {
        TrainEnd.requirePlaces(plan.output(), command);
        long began = System.nanoTime();
        DataFiles file = DataFiles.find(plan.data(), command.commandLine().getErr());
        Path source = TrainingRows.file(file);
        FileSum sum = plan.output().out == null ? null : FileSum.start(source);
        Examples all = Examples.read(source, plan.surelyCsv(), plan.format());
        LinkTable table = LinkTable.of(all, options.from, options.to, options.label);
        LinkTable.Nodes nodes = table.nodes(options.bipartite);
        LinkData data;
        @Nullable Split split;
        try {
            data = LinkData.of(table, nodes, options, plan.seed());
            split = plan.testSplit() == 0
                    ? null
                    : Split.of("test split", data.pairs().count(), plan.testSplit(), plan.seed());
        } catch (InvalidInput mistake) {
            throw mistake.in(all.source());
        }
        double readSeconds = secondsSince(began);
        try (Interruption interruption = new Interruption()) {
            FitRun run = new FitRun(plan, command, new DataOrigin(source, sum));
            LinkLearned learned =
                    learn(data, split == null ? data.pairs() : data.pairs().part(split.train()), run);
            Evaluated tested = split == null
                    ? null
                    : LinkEvaluated.of(learned.model(), data.pairs().part(split.test()), 0, plan.seed());
            began = System.nanoTime();
            TrainEnd.save(plan.output(), learned);
            TrainEnd.report(
                    new TrainOutcome(
                            plan,
                            learned,
                            tested,
                            "held out",
                            new TrainOutcome.Seconds(readSeconds, run.seconds(), secondsSince(began))),
                    command);
        }
        return Exit.OK;
    }

    private LinkLearned learn(LinkData data, LabelledPairs train, FitRun run) {
        LinkFit problem;
        @Nullable NuclearPath choice = null;
        try {
            if (train.links() == 0 || train.links() == train.count()) {
                throw InvalidInput.of(
                        train.links() == 0 ? "no pair is a link" : "every pair is a link",
                        "there is nothing to tell apart; see --label and --negatives");
            }
            double l1 = options.l1 == null ? 0.1 / train.count() : options.l1;
            LinkFit any = LinkFit.of(train.entries(), l1, 1);
            requireMemory(any);
            if (options.nuclear == null) {
                choice = run.choose(any, solver);
            }
            problem = any.withNuclear(choice == null ? options.nuclear : choice.best());
        } catch (InvalidInput mistake) {
            throw mistake.in(plan.data());
        }
        Fit<LowRank> fit = run.fit(problem, solver, choice == null ? null : choice.start());
        Training training = run.record(
                "hinge",
                "l1 norm times " + Numbers.exact(problem.l1()) + ", nuclear norm times "
                        + Numbers.exact(problem.nuclear()),
                Catalogue.of(LinkSolver.class).print(solver),
                problem.describe(),
                train.count(),
                train.m() + train.n(),
                fit);
        LinkModel model = LinkModel.of(
                data.nodes().begins(), data.nodes().ends(), fit.solution().matrix());
        return new LinkLearned(
                new TrainedLinks(model, options.from, options.to, options.label, training),
                fit.trace(),
                data,
                train,
                problem.fullMatrixBytes(),
                choice);
    }

    /** Says before the fit what would end it in the middle. */
    private static void requireMemory(LinkFit problem) {
        double needed = problem.fullMatrixBytes();
        double most = Runtime.getRuntime().maxMemory();
        if (1.2 * needed > most) {
            throw InvalidInput.of(
                    String.format(
                            Locale.ROOT,
                            "with an l1 norm the scores of all %s x %s pairs are kept, %.1f GB, and the JVM has %.1f GB",
                            Numbers.count(problem.pairs().m()),
                            Numbers.count(problem.pairs().n()),
                            1e-9 * needed,
                            1e-9 * most),
                    "give --l1 0, which needs none of it, or more memory, as in FENCHEL_OPTS=-Xmx"
                            + (int) Math.ceil(1.5e-9 * needed) + "g");
        }
    }

    static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }
}
