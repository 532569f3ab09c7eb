package org.fenchel.cli.hawkes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Interruption;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.DataOrigin;
import org.fenchel.cli.data.FileSum;
import org.fenchel.cli.train.FitOptions;
import org.fenchel.cli.train.FitRun;
import org.fenchel.cli.train.TrainEnd;
import org.fenchel.cli.train.TrainOutcome;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.cli.use.Models;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.events.EventColumns;
import org.fenchel.io.events.EventsReader;
import org.fenchel.io.events.RawEvents;
import org.fenchel.io.model.TrainedHawkes;
import org.fenchel.io.model.Training;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.run.Fit;
import org.fenchel.solver.Solver;
import org.fenchel.solver.pointprocess.PlannedNodes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Training of a Hawkes process: from the file of events to the fitted model, its test and its place on the disk. */
final class HawkesJob {
    private final TrainPlan plan;
    private final EventOptions events;
    private final HawkesOptions options;
    private final FitOptions fitOptions;
    private final CommandSpec command;

    HawkesJob(TrainPlan plan, EventOptions events, HawkesOptions options, FitOptions fitOptions, CommandSpec command) {
        this.plan = plan;
        this.events = events;
        this.options = options;
        this.fitOptions = fitOptions;
        this.command = command;
    }

    /** Does it all and returns the exit code. */
    int run() throws IOException {
        TrainEnd.requirePlaces(plan.output(), command);
        long began = System.nanoTime();
        Path file = DataFiles.find(plan.data(), command.commandLine().getErr()).path();
        FileSum sum = plan.output().out == null ? null : FileSum.start(file);
        RawEvents raw = EventsReader.read(file, events.columns(), plan.format());
        EventLog all = raw.log(events.start, events.end, null);
        EventLog log = plan.testSplit() == 0 ? all : part(all, true);
        double readSeconds = secondsSince(began);
        try (Interruption interruption = new Interruption()) {
            FitRun run = new FitRun(plan, command, new DataOrigin(file, sum));
            HawkesLearned learned = learn(raw, log, run);
            Evaluated tested = plan.testSplit() == 0 ? null : HawkesEvaluated.of(learned.model(), part(all, false), 0);
            began = System.nanoTime();
            TrainEnd.save(plan.output(), learned);
            TrainEnd.report(
                    new TrainOutcome(
                            plan,
                            learned,
                            tested,
                            "in the last part of the window",
                            new TrainOutcome.Seconds(readSeconds, run.seconds(), secondsSince(began))),
                    command);
        }
        return Exit.OK;
    }

    /** The first part of each window, or the rest, with the first as its history. */
    private EventLog part(EventLog all, boolean first) {
        List<EventSequence> parts = new ArrayList<>();
        for (EventSequence sequence : all.sequences()) {
            double cut = sequence.end() - plan.testSplit() * sequence.duration();
            parts.add(first ? sequence.window(sequence.start(), cut) : sequence.window(cut, sequence.end()));
        }
        return EventLog.of(all.nodeNames(), parts);
    }

    private HawkesLearned learn(RawEvents raw, EventLog log, FitRun run) {
        NodewiseFit problem;
        Solver<NodewiseFit, Kernels> solver;
        try {
            problem = problem(log);
            Solver<NodewiseFit, Kernels> asked = HawkesOptions.solver(fitOptions.solver);
            solver = asked instanceof PlannedNodes planned ? planned.choose(problem) : asked;
            solver.refusal(problem).ifPresent(why -> {
                throw InvalidInput.of(why, "choose another solver or penalty");
            });
        } catch (InvalidInput mistake) {
            throw mistake.in(plan.data());
        }
        Kernels start = fitOptions.warmStart == null ? null : warmStart(fitOptions.warmStart, log, problem.basis());
        Fit<Kernels> fit = run.fit(problem, solver, start);
        if (!Double.isFinite(fit.certificate().primal())) {
            throw InvalidInput.at(
                    plan.data(), 0, 0, "the fit overflowed", "give decays near one over the effects' times");
        }
        Training training = run.record(
                "hawkes-" + options.loss(),
                problem.penalty().toString(),
                HawkesOptions.words(solver),
                problem.describe(),
                log.events(),
                problem.d(),
                fit);
        HawkesModel model = HawkesModel.of(log.nodeNames(), problem.basis(), fit.solution());
        EventColumns columns = events.columns();
        TrainedHawkes trained = new TrainedHawkes(
                model,
                new EventColumns(
                        columns.time(),
                        columns.node(),
                        columns.sequence(),
                        columns.mark(),
                        columns.start(),
                        columns.end(),
                        raw.scale().kind(),
                        raw.scale().unit()),
                raw.scale(),
                training);
        return new HawkesLearned(trained, fit.trace(), raw, log, options.penalty());
    }

    private NodewiseFit problem(EventLog log) {
        double start =
                log.sequences().stream().mapToDouble(EventSequence::start).min().orElseThrow();
        double end =
                log.sequences().stream().mapToDouble(EventSequence::end).max().orElseThrow();
        Baseline baseline = options.baseline(start, end);
        KernelBasis basis = KernelBasis.of(log.nodes(), options.decays(log, baseline), baseline);
        return options.problem(log, basis);
    }

    private static @Nullable Kernels warmStart(Path file, EventLog log, KernelBasis basis) {
        HawkesModel model = Models.read(file, TrainedHawkes.class).hawkes();
        if (!model.nodeNames().equals(log.nodeNames()) || model.basis().columns() != basis.columns()) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    0,
                    "its nodes, decays or pieces are not those of this fit",
                    "leave --warm-start out");
        }
        return model.kernels();
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }
}
