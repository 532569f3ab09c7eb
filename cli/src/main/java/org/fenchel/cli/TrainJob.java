package org.fenchel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.fenchel.io.model.ModelFile;
import org.fenchel.io.model.TrainedModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** One training run: from the file to the fitted model, its test and its place on the disk. */
final class TrainJob<M extends TrainedModel> {
    private final TrainPlan plan;
    private final Learner<M> learner;
    private final CommandSpec command;

    TrainJob(TrainPlan plan, Learner<M> learner, CommandSpec command) {
        this.plan = plan;
        this.learner = learner;
        this.command = command;
    }

    /** Does it all and returns the exit code. */
    int run() throws IOException {
        Usage.of(command, () -> {
            requirePlace(plan.output().out);
            requirePlace(plan.output().trace);
            return true;
        });
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
            save(learned);
            report(new TrainOutcome(
                    plan,
                    learned,
                    tested,
                    rows.testWords(),
                    new TrainOutcome.Seconds(readSeconds, fit.seconds(), secondsSince(began))));
        }
        return Exit.OK;
    }

    private static void requirePlace(@Nullable Path file) {
        if (file != null) {
            AtomicOutput.require(file);
        }
    }

    private void save(Learned<M> learned) throws IOException {
        if (plan.output().out != null) {
            ModelFile.write(plan.output().out, learned.model());
        }
        if (plan.output().trace != null) {
            TraceFile.write(plan.output().trace, learned.trace());
        }
    }

    private void report(TrainOutcome outcome) {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        for (String warning : TrainWarnings.of(outcome)) {
            err.println(OneLine.of("warning: " + warning));
        }
        err.flush();
        if (plan.output().json) {
            Json.print(out, TrainJson.of(outcome));
        } else if (!plan.output().quiet) {
            TrainReport.print(outcome, out);
        }
        out.flush();
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }
}
