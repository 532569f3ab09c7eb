package org.fenchel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Prepared;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.model.ModelFile;
import org.fenchel.io.model.Provenance;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.io.model.Training;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.kernel.NativeLibrary;
import org.fenchel.loss.Loss;
import org.fenchel.model.LinearModel;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** One training run: from the file to the fitted model, its test and its place on the disk. */
final class TrainJob {
    private final TrainPlan plan;
    private final CommandSpec command;

    TrainJob(TrainPlan plan, CommandSpec command) {
        this.plan = plan;
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
        FileSum sum = plan.output().out == null ? null : FileSum.start(file.path());
        Examples examples = Examples.read(file.path(), plan.surelyCsv(), plan.format());
        Examples test = null;
        if (plan.testSplit() > 0) {
            Split split = split(examples);
            test = examples.select(split.test());
            examples = examples.select(split.train());
        }
        TrainingData data = encode(examples, file.known());
        FiniteSum problem = problem(data, examples);
        double readSeconds = secondsSince(began);

        try (Interruption interruption = new Interruption()) {
            began = System.nanoTime();
            Solver<FiniteSum, Solution.Linear> solver = SolverChoice.resolve(plan.solver(), problem);
            Fit<Solution.Linear> fit = fit(problem, solver, data);
            double fitSeconds = secondsSince(began);
            TrainedModel model = model(file.path(), sum, data, problem, solver, fit);
            Scoring scoring = test == null ? null : Scoring.of(model, test, null);
            began = System.nanoTime();
            save(model, fit);
            TrainOutcome outcome = new TrainOutcome(
                    plan,
                    data,
                    model,
                    problem,
                    fit,
                    scoring,
                    new TrainOutcome.Seconds(readSeconds, fitSeconds, secondsSince(began)));
            report(outcome);
        }
        return Exit.OK;
    }

    private Split split(Examples examples) {
        try {
            return Split.of(examples.n(), plan.testSplit(), plan.seed());
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private static void requirePlace(@Nullable Path file) {
        if (file != null) {
            AtomicOutput.require(file);
        }
    }

    private TrainingData encode(Examples examples, @Nullable KnownDataset known) {
        try {
            if (examples instanceof Examples.Tabular tabular) {
                return encode(tabular.table(), known);
            }
            refuseColumnOptions();
            Dataset raw = ((Examples.Sparse) examples).raw();
            TrainingData data = TrainingData.of(raw, plan.scale(), plan.loss(), plan.positive());
            if (needsCounts()) {
                CountTargets.require(raw.targets());
            }
            return data;
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private TrainingData encode(Table table, @Nullable KnownDataset known) {
        ColumnOptions columns = plan.columns();
        String target = columns.target != null || known == null ? columns.target : known.target();
        if (target == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "which column of " + table.source() + " is to be learned? add --target NAME; the columns are "
                            + names(table));
        }
        Set<String> excluded = new HashSet<>();
        for (String name : columns.exclude) {
            excluded.add(ColumnChoice.of(table, name));
        }
        if (known != null && columns.target == null) {
            excluded.addAll(known.exclude());
        }
        String exposure = chosen(table, plan.exposure());
        Roles roles = new Roles(ColumnChoice.of(table, target))
                .withWeight(chosen(table, columns.weight))
                .withOffset(chosen(table, columns.offset));
        EncodingOptions options = new EncodingOptions(plan.scale(), plan.missing(), excluded);
        if (exposure == null || Exposure.isOffset(plan.loss())) {
            return encode(table, roles.withExposure(exposure), options);
        }
        excluded.add(exposure);
        TrainingData counts = encode(table, roles, options.withExclude(excluded));
        double[] exposures =
                NumberColumn.of(table, exposure, counts.prepared().encoded().keptRows(), "exposures", 0, true);
        return new TrainingData(
                counts.encoding(),
                counts.target(),
                new Prepared(
                        Exposure.asWeights(counts.dataset(), exposures),
                        counts.prepared().encoded()));
    }

    private TrainingData encode(Table table, Roles roles, EncodingOptions options) {
        TrainingData data = TrainingData.of(table, roles, options, plan.loss(), plan.positive());
        if (needsCounts()) {
            int[] rows = data.prepared().encoded().keptRows();
            CountTargets.require(
                    table, table.column(roles.target()), rows, data.dataset().targets());
        }
        return data;
    }

    private boolean needsCounts() {
        return plan.task() == Task.POISSON && !plan.rates();
    }

    private static @Nullable String chosen(Table table, @Nullable String wanted) {
        return wanted == null ? null : ColumnChoice.of(table, wanted);
    }

    private static String names(Table table) {
        List<String> names = new ArrayList<>();
        for (Column column : table.columns()) {
            names.add(column.name());
        }
        int shown = Math.min(12, names.size());
        return String.join(", ", names.subList(0, shown)) + (shown < names.size() ? ", ..." : "");
    }

    private void refuseColumnOptions() {
        ColumnOptions columns = plan.columns();
        String option = columns.weight != null
                ? "--weight"
                : columns.offset != null
                        ? "--offset"
                        : plan.exposure() != null
                                ? "--exposure"
                                : !columns.categorical.isEmpty()
                                        ? "--categorical"
                                        : !columns.numeric.isEmpty()
                                                ? "--numeric"
                                                : !columns.exclude.isEmpty() ? "--exclude" : null;
        if (option != null) {
            throw new ParameterException(
                    command.commandLine(),
                    plan.data() + " is LIBSVM data, which has no columns for " + option
                            + "; leave the option out, or give CSV");
        }
    }

    private FiniteSum problem(TrainingData data, Examples examples) throws IOException {
        Dataset dataset = data.dataset();
        KernelChoice.suit(dataset.rows());
        Penalty penalty = PenaltyChoice.of(plan.penalty(), data.encoding().featureNames());
        try {
            FiniteSum problem = FiniteSum.of(dataset, plan.loss(), penalty, plan.intercept());
            Optional<String> refusal = plan.solver().refusal(problem);
            if (refusal.isPresent()) {
                throw InvalidInput.of(refusal.get(), "choose another solver, or change the data or the penalty");
            }
            return problem;
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private Fit<Solution.Linear> fit(FiniteSum problem, Solver<FiniteSum, Solution.Linear> solver, TrainingData data) {
        Solution.Linear start = plan.warmStart() == null
                ? null
                : WarmStart.of(plan.warmStart(), plan.task(), data.encoding(), data.target());
        PrintWriter err = command.commandLine().getErr();
        boolean watched = !plan.output().quiet && !plan.output().json && FitProgress.onTerminal();
        Fit<Solution.Linear> fit;
        try (FitProgress progress =
                new FitProgress(err, watched, plan.rule().passes(), plan.rule().relativeGap())) {
            fit = Driver.fit(problem, solver, plan.rule(), plan.seed(), start, progress);
        }
        NativeLibrary.notice().ifPresent(line -> err.println("note: " + line));
        requireFinite(fit, data.encoding());
        return fit;
    }

    /** A model with numbers that are none would be a lie; so would one whose objective overflowed. */
    private void requireFinite(Fit<Solution.Linear> fit, Encoding encoding) {
        boolean finite = Double.isFinite(fit.certificate().primal())
                && Double.isFinite(fit.solution().intercept());
        Solution.Linear original = encoding.original(fit.solution());
        finite &= Double.isFinite(original.intercept());
        for (double weight : fit.solution().weights()) {
            finite &= Double.isFinite(weight);
        }
        for (double weight : original.weights()) {
            finite &= Double.isFinite(weight);
        }
        if (!finite) {
            throw InvalidInput.at(
                    plan.data(),
                    0,
                    0,
                    "its numbers are too large: the fit overflowed",
                    "scale the features with --scale minmax, or divide the target");
        }
    }

    private TrainedModel model(
            Path file,
            @Nullable FileSum sum,
            TrainingData data,
            FiniteSum problem,
            Solver<FiniteSum, Solution.Linear> solver,
            Fit<Solution.Linear> fit) {
        Provenance provenance = Provenance.now(
                file,
                sum == null ? null : sum.await(),
                problem.n(),
                problem.d(),
                GivenOptions.of(command),
                plan.seed());
        Training training = new Training(
                Catalogue.of(Loss.class).printAll(plan.loss()),
                PenaltyChoice.words(plan.penalty()),
                SolverChoice.words(solver),
                problem.describe(),
                fit.certificate(),
                fit.trace().reason(),
                fit.trace().last().passes(),
                fit.trace().last().seconds(),
                provenance);
        LinearModel linear =
                LinearModel.of(plan.loss(), fit.solution(), data.encoding().featureNames());
        return new TrainedModel(linear, data.encoding(), data.target(), training);
    }

    private void save(TrainedModel model, Fit<Solution.Linear> fit) throws IOException {
        if (plan.output().out != null) {
            ModelFile.write(plan.output().out, model);
        }
        if (plan.output().trace != null) {
            TraceFile.write(plan.output().trace, fit.trace());
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
