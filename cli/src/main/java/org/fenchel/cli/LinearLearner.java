package org.fenchel.cli;

import java.io.IOException;
import java.util.Optional;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.Training;
import org.fenchel.loss.Loss;
import org.fenchel.model.LinearModel;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Fit;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Learns linear models. */
final class LinearLearner implements Learner<TrainedLinear> {
    private final TrainPlan run;
    private final LinearPlan plan;
    private final CommandSpec command;

    LinearLearner(TrainPlan run, LinearPlan plan, CommandSpec command) {
        this.run = run;
        this.plan = plan;
        this.command = command;
    }

    @Override
    public Lesson<TrainedLinear> prepare(Examples examples, @Nullable KnownDataset known) throws IOException {
        TrainingData data = new LinearExamples(plan, run.data(), command).encode(examples, known);
        FiniteSum problem = problem(data, examples);
        return fit -> learn(data, problem, fit);
    }

    @Override
    public Evaluated evaluate(TrainedLinear model, Examples examples) {
        EvaluateOptions options = new EvaluateOptions();
        options.seed = run.seed();
        options.groups = 0;
        return LinearEvaluated.of(model, LinearScoring.of(model, examples, null), options);
    }

    private FiniteSum problem(TrainingData data, Examples examples) throws IOException {
        KernelChoice.suit(data.dataset().rows());
        Penalty penalty = PenaltyChoice.of(plan.penalty(), data.encoding().featureNames());
        try {
            FiniteSum problem = FiniteSum.of(data.dataset(), plan.loss(), penalty, plan.intercept());
            Optional<String> refusal = plan.solver().refusal(problem);
            if (refusal.isPresent()) {
                throw InvalidInput.of(refusal.get(), "choose another solver, or change the data or the penalty");
            }
            return problem;
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private LinearLearned learn(TrainingData data, FiniteSum problem, FitRun run) {
        Plan choice = SolverChoice.plan(plan, problem, this.run.rule().relativeGap());
        Solver<FiniteSum, Solution.Linear> solver = SolverChoice.resolve(plan.solver(), choice);
        Solution.Linear start = plan.warmStart() == null
                ? null
                : WarmStart.of(plan.warmStart(), plan.task(), data.encoding(), data.target());
        Fit<Solution.Linear> fit = run.fit(problem, solver, start);
        requireFinite(fit, data.encoding());
        Training training = run.record(
                Catalogue.of(Loss.class).printAll(plan.loss()),
                PenaltyChoice.words(plan.penalty()),
                SolverChoice.words(solver),
                problem.describe(),
                problem.n(),
                problem.d(),
                fit);
        LinearModel linear =
                LinearModel.of(plan.loss(), fit.solution(), data.encoding().featureNames());
        TrainedLinear model = new TrainedLinear(linear, data.encoding(), data.target(), training);
        return new LinearLearned(plan, data, problem, plan.explain() ? choice : null, fit, model);
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
                    run.data(),
                    0,
                    0,
                    "its numbers are too large: the fit overflowed",
                    "scale the features with --scale minmax, or divide the target");
        }
    }
}
