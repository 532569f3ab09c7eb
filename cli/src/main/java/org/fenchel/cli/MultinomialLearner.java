package org.fenchel.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.io.model.Training;
import org.fenchel.loss.VectorLoss;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Solution;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.Fit;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Learns linear models of several classes. */
final class MultinomialLearner implements Learner<TrainedMultinomial> {
    private final TrainPlan run;
    private final MultinomialPlan plan;
    private final CommandSpec command;

    MultinomialLearner(TrainPlan run, MultinomialPlan plan, CommandSpec command) {
        this.run = run;
        this.plan = plan;
        this.command = command;
    }

    @Override
    public Lesson<TrainedMultinomial> prepare(Examples examples, @Nullable KnownDataset known) throws IOException {
        examples.requireTargets();
        TrainingData encoded = encode(examples, known);
        ClassWeights.Weighted weighted = weighted(encoded, examples);
        TrainingData data = weighted == null ? encoded : weighted.data();
        VectorSum problem = problem(data, examples);
        return fit -> learn(data, weighted == null ? Map.of() : weighted.factors(), problem, fit);
    }

    private ClassWeights.@Nullable Weighted weighted(TrainingData data, Examples examples) {
        try {
            return plan.classWeights() == null ? null : plan.classWeights().apply(data);
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    @Override
    public Evaluated evaluate(TrainedMultinomial model, Examples examples) {
        EvaluateOptions options = new EvaluateOptions();
        options.seed = run.seed();
        options.groups = 0;
        return MultinomialEvaluated.of(model, ClassScoring.of(model, examples, null), options);
    }

    private TrainingData encode(Examples examples, @Nullable KnownDataset known) {
        try {
            if (examples instanceof Examples.Tabular tabular) {
                TrainingColumns columns = TrainingColumns.of(tabular.table(), plan.columns(), known, command);
                return TrainingData.ofClasses(tabular.table(), columns.roles(), columns.encoding());
            }
            Examples.Numbered numbered = (Examples.Numbered) examples;
            TrainingColumns.refuse(plan.columns(), run.data(), numbered.form(), command);
            return TrainingData.ofClasses(numbered.raw(), plan.columns().scale());
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private VectorSum problem(TrainingData data, Examples examples) throws IOException {
        Dataset dataset = data.dataset();
        SeveralClasses classes = (SeveralClasses) data.target();
        KernelChoice.suit(dataset.rows());
        Penalty penalty =
                PenaltyChoice.ofClasses(plan.penalty(), data.encoding().featureNames(), classes.count());
        try {
            VectorSum problem = VectorSum.of(dataset, plan.loss(), penalty, classes.count(), plan.intercept());
            Optional<String> refusal = plan.solver().refusal(problem);
            if (refusal.isPresent()) {
                throw InvalidInput.of(refusal.get(), "choose another solver, or change the data or the penalty");
            }
            return problem;
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private MultinomialLearned learn(
            TrainingData data, Map<String, Double> classWeights, VectorSum problem, FitRun run) {
        Solver<VectorSum, Solution.MultiLinear> solver = VectorSolverChoice.resolve(plan.solver(), problem);
        SeveralClasses classes = (SeveralClasses) data.target();
        Solution.MultiLinear start =
                plan.warmStart() == null ? null : MultinomialWarmStart.of(plan.warmStart(), data.encoding(), classes);
        Fit<Solution.MultiLinear> fit = run.fit(problem, solver, start);
        requireFinite(fit, data.encoding().original(fit.solution()));
        Training training = run.record(
                Catalogue.of(VectorLoss.class).printAll(plan.loss()),
                PenaltyChoice.words(plan.penalty()),
                VectorSolverChoice.words(solver),
                problem.describe(),
                problem.n(),
                problem.d(),
                fit);
        MultiLinearModel linear =
                MultiLinearModel.of(plan.loss(), fit.solution(), data.encoding().featureNames(), classes.labels());
        return new MultinomialLearned(
                plan, data, classWeights, fit, new TrainedMultinomial(linear, data.encoding(), classes, training));
    }

    /** A model with numbers that are none would be a lie; so would one whose objective overflowed. */
    private void requireFinite(Fit<Solution.MultiLinear> fit, Solution.MultiLinear original) {
        if (!Double.isFinite(fit.certificate().primal())
                || !finite(fit.solution().weights())
                || !finite(fit.solution().intercepts())
                || !finite(original.weights())
                || !finite(original.intercepts())) {
            throw InvalidInput.at(
                    run.data(),
                    0,
                    0,
                    "its numbers are too large: the fit overflowed",
                    "scale the features with --scale minmax");
        }
    }

    private static boolean finite(double[] numbers) {
        return DoubleStream.of(numbers).allMatch(Double::isFinite);
    }
}
