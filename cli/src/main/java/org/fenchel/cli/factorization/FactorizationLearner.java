package org.fenchel.cli.factorization;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fenchel.cli.console.DataWords;
import org.fenchel.cli.data.ColumnChoice;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.Split;
import org.fenchel.cli.data.TrainingColumns;
import org.fenchel.cli.data.WholeNumbers;
import org.fenchel.cli.linear.Threshold;
import org.fenchel.cli.train.FitRun;
import org.fenchel.cli.train.Learner;
import org.fenchel.cli.train.Lesson;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.model.TrainedFactorization;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Squared;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.run.Fit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Learns factorization machines. */
final class FactorizationLearner implements Learner<TrainedFactorization> {
    private final TrainPlan run;
    private final FactorizationPlan plan;
    private final CommandSpec command;

    FactorizationLearner(TrainPlan run, FactorizationPlan plan, CommandSpec command) {
        this.run = run;
        this.plan = plan;
        this.command = command;
    }

    @Override
    public Lesson<TrainedFactorization> prepare(Examples examples, @Nullable KnownDataset known) {
        examples.requireTargets();
        TrainingData data;
        FactorizationFit problem;
        try {
            data = encode(examples, known);
            problem = problem(data, examples);
            Optional<String> refusal = plan.solver().refusal(problem);
            if (refusal.isPresent()) {
                throw InvalidInput.of(refusal.get(), "choose another solver, or change the data");
            }
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
        return fit -> learn(data, problem, fit);
    }

    private TrainingData encode(Examples examples, @Nullable KnownDataset known) {
        Double least = plan.machine().threshold;
        if (examples instanceof Examples.Tabular tabular) {
            TrainingColumns columns = TrainingColumns.of(tabular.table(), plan.columns(), known, command);
            String target = columns.roles().target();
            Set<String> others = new HashSet<>(columns.roles().names());
            others.addAll(columns.encoding().exclude());
            plan.columns().numeric.forEach(name -> others.add(ColumnChoice.of(tabular.table(), name)));
            Table table = WholeNumbers.asCategories(tabular.table(), others);
            if (least != null) {
                table = ((Examples.Tabular) new Threshold(least).apply(new Examples.Tabular(table), target)).table();
            }
            return TrainingData.of(
                    table,
                    columns.roles(),
                    columns.encoding().withHashBits(plan.machine().hashBits),
                    loss(distinct(table.column(target))),
                    positive());
        }
        Examples.Numbered numbered = (Examples.Numbered) examples;
        TrainingColumns.refuse(plan.columns(), run.data(), numbered.form(), command);
        if (plan.machine().hashBits > 0) {
            throw TrainingColumns.refusal("--hash-bits", run.data(), numbered.form(), command);
        }
        Dataset raw = numbered.raw();
        if (least != null) {
            raw = ((Examples.Numbered) new Threshold(least).apply(examples, null)).raw();
        }
        Loss loss = loss(Arrays.stream(raw.targets()).distinct().limit(3).count());
        return TrainingData.of(raw, plan.columns().scale(), loss, plan.positive());
    }

    private @Nullable String positive() {
        return plan.positive() == null && plan.machine().threshold != null
                ? new Threshold(plan.machine().threshold).positive()
                : plan.positive();
    }

    /** Different values of a target, words counting as two: more of them are a mistake that the classes' encoding tells. */
    private static long distinct(Column target) {
        return target instanceof Column.Numeric numbers
                ? Arrays.stream(numbers.values())
                        .filter(value -> !Double.isNaN(value))
                        .distinct()
                        .limit(3)
                        .count()
                : 2;
    }

    private Loss loss(long distinctTargets) {
        String task = plan.machine().task;
        boolean classes = task == null ? distinctTargets == 2 : task.equals("classify");
        return classes ? new Logistic() : new Squared();
    }

    private FactorizationFit problem(TrainingData data, Examples examples) {
        FactorizationOptions machine = plan.machine();
        Dataset all = data.dataset();
        Dataset train = all;
        Dataset held = null;
        if (machine.validation > 0) {
            Split split = Split.of("validation split", all.n(), machine.validation, run.seed());
            train = all.select(split.train());
            held = all.select(split.test());
        }
        Loss loss = data.target() instanceof TargetEncoding.TwoClasses ? new Logistic() : new Squared();
        FactorizationFit problem =
                FactorizationFit.of(train, loss, machine.factors, machine.l2Weights, machine.l2Factors);
        if (data.encoding() instanceof TableEncoding table) {
            problem = problem.withGroups(table.fields());
        } else if (examples instanceof Examples.Fielded fielded) {
            problem = problem.withGroups(fielded.fields());
        }
        return held == null ? problem : problem.withValidation(held);
    }

    private FactorizationLearned learn(TrainingData data, FactorizationFit problem, FitRun fitRun) {
        FactorizationFitting fitting = new FactorizationFitting(run, plan);
        Fit<Factorized> fit = fitting.fit(problem, data.encoding(), data.target(), fitRun);
        return new FactorizationLearned(
                DataWords.size(data.dataset().rows()),
                FactorizationLearned.notes(data, problem),
                problem,
                fit,
                fitting.model(problem, data.encoding(), data.target(), fit, fitRun));
    }

    @Override
    public Evaluated evaluate(TrainedFactorization model, Examples examples) {
        EvaluateOptions options = new EvaluateOptions();
        options.seed = run.seed();
        options.groups = 0;
        return FactorizationUse.evaluated(model, examples, options);
    }
}
