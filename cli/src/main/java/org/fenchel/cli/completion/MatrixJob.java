package org.fenchel.cli.completion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Interruption;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.DataOrigin;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.FileSum;
import org.fenchel.cli.data.RatingTable;
import org.fenchel.cli.data.Split;
import org.fenchel.cli.train.FitRun;
import org.fenchel.cli.train.TrainEnd;
import org.fenchel.cli.train.TrainOutcome;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.cli.train.TrainingRows;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.io.model.TrainedCompletion;
import org.fenchel.io.model.Training;
import org.fenchel.model.CompletionModel;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.lowrank.Biases;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.run.Fit;
import org.fenchel.select.NuclearPath;
import org.fenchel.solver.lowrank.LowRankSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Training of a completed matrix: from the file of ratings to the model, its test and its place on the disk. */
final class MatrixJob {
    private final TrainPlan plan;
    private final MatrixOptions options;
    private final LowRankSolver solver;
    private final CommandSpec command;

    MatrixJob(TrainPlan plan, MatrixOptions options, LowRankSolver solver, CommandSpec command) {
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
        RatingTable ratings = RatingTable.of(all, options.user, options.item, options.value);
        @Nullable Split split = plan.testSplit() == 0 ? null : split(all, ratings);
        int[] train = split == null ? all(ratings.n()) : split.train();
        double readSeconds = secondsSince(began);
        try (Interruption interruption = new Interruption()) {
            FitRun run = new FitRun(plan, command, new DataOrigin(source, sum));
            MatrixLearned learned = learn(ratings.pairs(train), run);
            Evaluated tested = split == null
                    ? null
                    : MatrixEvaluated.of(learned.model(), ratings, split.test(), options.value, plan.seed());
            began = System.nanoTime();
            TrainEnd.save(plan.output(), learned);
            TrainEnd.report(
                    new TrainOutcome(
                            plan,
                            learned,
                            tested,
                            options.time == null ? "held out" : "held out, the last by " + options.time,
                            new TrainOutcome.Seconds(readSeconds, run.seconds(), secondsSince(began))),
                    command);
        }
        return Exit.OK;
    }

    private static int[] all(int n) {
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    private Split split(Examples all, RatingTable ratings) {
        try {
            return options.time == null
                    ? Split.of("test split", all.n(), plan.testSplit(), plan.seed())
                    : Split.last(
                            RatingTable.numbers(ratings.table(), options.time).values(), plan.testSplit());
        } catch (InvalidInput mistake) {
            throw mistake.in(all.source());
        }
    }

    private MatrixLearned learn(RatingTable.Pairs pairs, FitRun run) {
        ObservedEntries entries = pairs.entries();
        double low = Arrays.stream(entries.value()).min().orElseThrow();
        double high = Arrays.stream(entries.value()).max().orElseThrow();
        LowRankFit problem;
        Biases biases;
        @Nullable NuclearPath choice = null;
        try {
            if (low == high) {
                throw InvalidInput.of(
                        "every value is " + Numbers.exact(low), "there is nothing to learn from one value");
            }
            boolean plain = options.noBiases || options.classifies();
            biases = plain ? Biases.none(entries.m(), entries.n()) : Biases.of(entries);
            ObservedEntries rest = options.classifies() ? signs(entries, low, high) : biases.removed(entries);
            if (options.nuclear == null) {
                choice = run.choose(LowRankFit.of(rest, options.fit(), 1), solver);
            }
            problem = LowRankFit.of(rest, options.fit(), choice == null ? options.nuclear : choice.best());
            solver.refusal(problem).ifPresent(why -> {
                throw InvalidInput.of(why, "choose another solver or loss");
            });
        } catch (InvalidInput mistake) {
            throw mistake.in(plan.data());
        }
        Fit<LowRank> fit = run.fit(problem, solver, choice == null ? null : choice.start());
        if (!Double.isFinite(fit.solution().matrix().squaredNorm())) {
            throw InvalidInput.at(
                    plan.data(), 0, 0, "its numbers are too large: the fit overflowed", "scale the values");
        }
        Training training = run.record(
                options.lossWords(),
                "nuclear norm times " + Numbers.exact(problem.nuclear()),
                Catalogue.of(LowRankSolver.class).print(solver),
                problem.describe(),
                entries.count(),
                entries.m() + entries.n(),
                fit);
        CompletionModel model = CompletionModel.of(
                pairs.users(), pairs.items(), biases, fit.solution().matrix(), low, high);
        return new MatrixLearned(
                new TrainedCompletion(model, options.user, options.item, options.value, training),
                fit.trace(),
                pairs,
                choice);
    }

    /** Two values as -1 and +1. */
    private static ObservedEntries signs(ObservedEntries entries, double low, double high) {
        double[] sign = new double[entries.count()];
        for (int e = 0; e < sign.length; e++) {
            double value = entries.value()[e];
            if (value != low && value != high) {
                throw InvalidInput.of(
                        "the logistic loss is for two values, and there are " + Numbers.exact(low) + ", "
                                + Numbers.exact(value) + " and " + Numbers.exact(high),
                        "take --loss absolute, or make the ratings two classes");
            }
            sign[e] = value == high ? 1 : -1;
        }
        return entries.withValues(sign);
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }
}
