package org.fenchel.cli.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.Split;
import org.fenchel.cli.linear.LinearPlan;
import org.fenchel.cli.linear.LinearSubject;
import org.fenchel.cli.linear.LossChoice;
import org.fenchel.cli.linear.Task;
import org.fenchel.cli.reproduce.ExperimentProgress;
import org.fenchel.cli.reproduce.ReportJson;
import org.fenchel.cli.reproduce.ReportText;
import org.fenchel.cli.reproduce.Written;
import org.fenchel.cli.select.SelectOptions;
import org.fenchel.cli.train.FitProgress;
import org.fenchel.cli.train.PenaltyChoice;
import org.fenchel.cli.train.TrainingRows;
import org.fenchel.cli.use.GivenOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.hash.Sha256;
import org.fenchel.io.json.JsonObject;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Report;
import org.fenchel.lab.Runner;
import org.fenchel.lab.Shelf;
import org.fenchel.lab.compare.Comparison;
import org.fenchel.lab.compare.Measure;
import org.fenchel.lab.page.ReportFolder;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Auto;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Races solvers on the user's data, writes the page and says who won. */
final class CompareJob {
    private static final int STEP_SIZES = 7;
    private static final Set<String> PLACES = Set.of("command", "out", "json", "again");

    private final CommandSpec spec;
    private final Compare options;

    CompareJob(CommandSpec spec, Compare options) {
        this.spec = spec;
        this.options = options;
    }

    int run() throws IOException {
        Measure measure = options.measure();
        double seconds = options.seconds();
        List<String> solvers = solvers();
        LinearPlan plan = Usage.of(spec, this::plan);
        CsvFormat format = Usage.of(
                spec,
                () -> options.read.format(
                        new HashSet<>(options.columns.numeric), new HashSet<>(options.columns.categorical)));
        PrintWriter err = spec.commandLine().getErr();
        DataFiles file = DataFiles.find(options.data, err);
        Path source = TrainingRows.file(file);
        Examples all = Examples.read(source, options.read.given(), format);
        LinearSubject subject;
        ToDoubleFunction<Linear> heldOut = null;
        if (measure == Measure.LOG_LOSS) {
            Split split = Split.of("test split", all.n(), options.testSplit, options.seed);
            subject = subject(plan, all.select(split.train()), file);
            heldOut = subject.judge(all.select(split.test())).loss(0);
        } else {
            subject = subject(plan, all, file);
        }
        FiniteSum problem = subject.base();
        DataUsed used = new DataUsed(options.data, problem.n(), problem.d(), Sha256.ofFile(source));
        Comparison race = Usage.of(spec, () -> race(problem, used, solvers, measure, seconds, null));
        race = heldOut == null ? race : race(problem, used, solvers, measure, seconds, heldOut);
        Report report;
        try (ExperimentProgress progress =
                new ExperimentProgress(err, !options.json && FitProgress.onTerminal(), "compare")) {
            report = Runner.in(options.out, Shelf.standard(), options.again)
                    .watchedBy(progress)
                    .run(
                            "compare",
                            call(),
                            "Solvers of " + problem.lossInWords() + " on " + source.getFileName(),
                            options.data,
                            race.plan());
        }
        Written written = new Written(report, ReportFolder.write(report, options.out));
        print(written);
        return Exit.OK;
    }

    private Comparison race(
            FiniteSum problem,
            DataUsed used,
            List<String> solvers,
            Measure measure,
            double seconds,
            @Nullable ToDoubleFunction<Linear> heldOut) {
        return new Comparison(
                problem,
                used,
                solvers,
                measure,
                heldOut,
                options.tolerance,
                seconds,
                options.stepSizes ? STEP_SIZES : 0,
                options.seed);
    }

    private LinearSubject subject(LinearPlan plan, Examples examples, DataFiles file) throws IOException {
        return LinearSubject.of(plan, options.data, spec, examples, file.known(), null);
    }

    /** The methods that were named, each checked; all of them where none was. */
    private List<String> solvers() {
        if (options.solvers.isEmpty() || options.solvers.equals(List.of("all"))) {
            return Comparison.all();
        }
        options.solvers.forEach(
                name -> Usage.of(spec, () -> Catalogue.of(Solver.class).parse(name)));
        return options.solvers;
    }

    private LinearPlan plan() {
        Task task = task();
        Loss loss = loss(task);
        PenaltyChoice.check(options.penalty);
        options.columns.check();
        return new LinearPlan(
                task,
                loss,
                null,
                null,
                false,
                options.columns,
                options.penalty,
                !options.noIntercept,
                new Auto(options.tolerance),
                false,
                null,
                null,
                new SelectOptions().plan(task.metrics(loss)),
                null);
    }

    private Task task() {
        for (Task task : Task.values()) {
            if (task.toString().equals(options.task)) {
                return task;
            }
        }
        throw InvalidInput.of("--task is '" + options.task + "'", "give linear, logistic, svm or poisson");
    }

    private Loss loss(Task task) {
        String usual = switch (task) {
            case LINEAR -> "squared";
            case LOGISTIC -> "logistic";
            case SVM -> "hinge";
            case POISSON -> "poisson-log";
        };
        Loss loss = new LossChoice(options.loss == null ? usual : options.loss).loss();
        if (Task.of(loss) != task) {
            throw InvalidInput.of(
                    "the loss " + options.loss + " is one of --task " + Task.of(loss) + ", not of " + task,
                    "choose one of them");
        }
        return loss;
    }

    /** All that the rows depend on, as a command: what was given, but for where the results go. */
    private String call() {
        StringBuilder call = new StringBuilder("fenchel compare ").append(options.data);
        GivenOptions.of(spec).forEach((name, value) -> {
            if (!PLACES.contains(name)) {
                boolean flag = value.isEmpty() || value.equals("true");
                call.append(" --").append(name).append(flag ? "" : " " + value);
            }
        });
        return call.toString();
    }

    private void print(Written written) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json) {
            JsonObject json = ReportJson.of(written);
            Json.print(
                    out, json.put("recommendation", written.report().findings().answer()));
        } else {
            ReportText.print(written, out);
        }
        out.flush();
    }
}
