package org.fenchel.cli.factorization;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Interruption;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.DataOrigin;
import org.fenchel.cli.data.FileSum;
import org.fenchel.cli.train.FitRun;
import org.fenchel.cli.train.TrainEnd;
import org.fenchel.cli.train.TrainOutcome;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.disk.DiskRows;
import org.fenchel.io.disk.HeldOut;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Squared;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.run.Fit;
import picocli.CommandLine.Model.CommandSpec;

/** Learns a factorization machine from rows that stay on disk. */
final class FactorizationStream {
    private final TrainPlan run;
    private final FactorizationPlan plan;
    private final CommandSpec command;

    FactorizationStream(TrainPlan run, FactorizationPlan plan, CommandSpec command) {
        this.run = run;
        this.plan = plan;
        this.command = command;
    }

    /**
     * Refuses what needs all rows in memory.
     *
     * @throws InvalidInput if it was asked for
     */
    static void check(TrainPlan run, FactorizationPlan plan) {
        if (run.testSplit() > 0) {
            throw InvalidInput.of(
                    "--stream keeps no rows to test with",
                    "leave --test-split out, and give fenchel evaluate a file of its own; --validation holds rows out to stop by");
        }
        if (plan.machine().threshold != null || plan.machine().hashBits > 0) {
            throw InvalidInput.of(
                    "--stream reads LIBSVM and LIBFFM files as they are", "leave --threshold and --hash-bits out");
        }
    }

    /** Does it all and returns the exit code. */
    int run() throws IOException {
        TrainEnd.requirePlaces(run.output(), command);
        long began = System.nanoTime();
        Path source = DataFiles.find(run.data(), command.commandLine().getErr()).path();
        FileSum sum = run.output().out == null ? null : FileSum.start(source);
        try (DiskRows rows = DiskRows.of(source, Path.of(System.getProperty("java.io.tmpdir")));
                Interruption interruption = new Interruption()) {
            FitRun fitRun = new FitRun(run, command, new DataOrigin(source, sum));
            TargetEncoding target = target(rows, source);
            FactorizationFit problem = problem(rows, target, source);
            double readSeconds = (System.nanoTime() - began) * 1e-9;
            RowsEncoding encoding = RowsEncoding.unscaled(rows.d());
            FactorizationFitting fitting = new FactorizationFitting(run, plan);
            Fit<Factorized> fit = fitting.fit(problem, encoding, target, fitRun);
            FactorizationLearned learned = new FactorizationLearned(
                    Numbers.count(rows.n(), "row") + ", " + Numbers.count(rows.d(), "feature"),
                    notes(target, rows, problem),
                    problem,
                    fit,
                    fitting.model(problem, encoding, target, fit, fitRun));
            began = System.nanoTime();
            TrainEnd.save(run.output(), learned);
            TrainEnd.report(
                    new TrainOutcome(
                            run,
                            learned,
                            null,
                            "",
                            new TrainOutcome.Seconds(
                                    readSeconds, fitRun.seconds(), (System.nanoTime() - began) * 1e-9)),
                    command);
        }
        return Exit.OK;
    }

    private TargetEncoding target(DiskRows rows, Path source) {
        String task = plan.machine().task;
        double[] labels = rows.labels();
        Loss loss = (task == null ? labels.length == 2 : task.equals("classify")) ? new Logistic() : new Squared();
        try {
            return TargetEncoding.fit(labels, loss, plan.positive());
        } catch (InvalidInput mistake) {
            throw mistake.in(source.toString());
        }
    }

    private FactorizationFit problem(DiskRows rows, TargetEncoding target, Path source) {
        Loss loss = target instanceof TargetEncoding.TwoClasses ? new Logistic() : new Squared();
        rows.encodeTargets(target);
        FactorizationOptions machine = plan.machine();
        try {
            HeldOut.Parts parts = machine.validation == 0 ? null : HeldOut.of(rows, machine.validation, run.seed());
            FactorizationFit problem = FactorizationFit.of(
                    parts == null ? rows : parts.rest(), loss, machine.factors, machine.l2Weights, machine.l2Factors);
            problem = parts == null ? problem : problem.withValidation(parts.held());
            int[] fields = rows.fields();
            problem = fields == null ? problem : problem.withGroups(fields);
            Optional<String> refusal = plan.solver().refusal(problem);
            if (refusal.isPresent()) {
                throw InvalidInput.of(refusal.get(), "choose another solver, or leave --stream out");
            }
            return problem;
        } catch (InvalidInput mistake) {
            throw mistake.in(source.toString());
        }
    }

    private static List<String> notes(TargetEncoding target, DiskRows rows, FactorizationFit problem) {
        List<String> notes = new ArrayList<>();
        if (target instanceof TargetEncoding.TwoClasses classes) {
            notes.add(classes.positive() + " is positive, " + classes.negative() + " negative");
        }
        notes.add("rows on disk, read in " + Numbers.count(rows.count(), "block"));
        problem.validation().ifPresent(held -> notes.add(Numbers.count(held.n(), "row") + " held out to stop by"));
        return notes;
    }
}
