package org.fenchel.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Interruption;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.DataOrigin;
import org.fenchel.cli.data.FileSum;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.io.model.TrainedModel;
import picocli.CommandLine.Model.CommandSpec;

/** One training run: from the file to the fitted model, its test and its place on the disk. */
public final class TrainJob<M extends TrainedModel> {
    private final TrainPlan plan;
    private final Learner<M> learner;
    private final CommandSpec command;

    public TrainJob(TrainPlan plan, Learner<M> learner, CommandSpec command) {
        this.plan = plan;
        this.learner = learner;
        this.command = command;
    }

    /** Does it all and returns the exit code. */
    public int run() throws IOException {
        TrainEnd.requirePlaces(plan.output(), command);
        long began = System.nanoTime();
        DataFiles file = DataFiles.find(plan.data(), command.commandLine().getErr());
        Path source = TrainingRows.file(file);
        FileSum sum = plan.output().out == null ? null : FileSum.start(source);
        TrainingRows rows = TrainingRows.read(file, plan);
        Lesson<M> lesson = learner.prepare(rows.train(), file.known());
        double readSeconds = secondsSince(began);

        try (Interruption interruption = new Interruption()) {
            FitRun fit = new FitRun(plan, command, new DataOrigin(source, sum));
            Learned<M> learned = lesson.learn(fit);
            Evaluated tested = rows.test() == null ? null : learner.evaluate(learned.model(), rows.test());
            began = System.nanoTime();
            TrainEnd.save(plan.output(), learned);
            TrainEnd.report(
                    new TrainOutcome(
                            plan,
                            learned,
                            tested,
                            rows.testWords(),
                            new TrainOutcome.Seconds(readSeconds, fit.seconds(), secondsSince(began))),
                    command);
        }
        return Exit.OK;
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }
}
