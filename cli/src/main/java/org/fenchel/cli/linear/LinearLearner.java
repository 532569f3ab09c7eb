package org.fenchel.cli.linear;

import java.io.IOException;
import java.util.Arrays;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.Strata;
import org.fenchel.cli.select.Division;
import org.fenchel.cli.select.HeldOut;
import org.fenchel.cli.select.SelectPlan;
import org.fenchel.cli.select.Selected;
import org.fenchel.cli.select.Selection;
import org.fenchel.cli.train.FitRun;
import org.fenchel.cli.train.Learner;
import org.fenchel.cli.train.Lesson;
import org.fenchel.cli.train.PenaltyChoice;
import org.fenchel.cli.train.PenaltyOptions;
import org.fenchel.cli.train.PenaltyWalk;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.data.InvalidInput;
import org.fenchel.inference.Covariance;
import org.fenchel.inference.Estimator;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.model.StandardErrors;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.Training;
import org.fenchel.loss.Loss;
import org.fenchel.model.LinearModel;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.EarlyStop;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Learns linear models. */
final class LinearLearner
        implements Learner<TrainedLinear>, Division.Fitting<FiniteSum, Solution.Linear, LinearSubject, TrainedLinear> {
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
        SelectPlan select = plan.select();
        Strata strata = plan.task().classifies() && Division.needed(select)
                ? Strata.of(examples, plan.columns(), known, command)
                : null;
        return new Division(run, select, examples, strata)
                .lesson(
                        (rows, whole) -> LinearSubject.of(plan, run.data(), command, rows, known, whole),
                        plan.solver(),
                        plan.task().metrics(plan.loss()),
                        this);
    }

    @Override
    public Evaluated evaluate(TrainedLinear model, Examples examples) {
        EvaluateOptions options = new EvaluateOptions();
        options.seed = run.seed();
        options.groups = 0;
        return LinearEvaluated.of(model, LinearScoring.of(model, examples, null), options);
    }

    @Override
    public LinearLearned select(LinearSubject subject, Selection<FiniteSum, Solution.Linear> selection, FitRun fits) {
        Selection.Outcome<Solution.Linear> outcome = selection.run(
                fits,
                run,
                start(subject),
                solution ->
                        Arrays.stream(solution.weights()).filter(b -> b != 0).count());
        Selected selected = outcome.selected();
        double factor = selected.points().get(selected.chosen()).factor();
        FiniteSum problem = subject.problem(factor);
        PenaltyOptions penalty = new PenaltyWalk(plan.penalty()).at(factor);
        Plan choice = SolverChoice.plan(plan, problem, run.rule().relativeGap());
        return learned(subject, problem, choice, penalty, outcome.fit(), fits).with(selected);
    }

    @Override
    public LinearLearned learn(LinearSubject subject, @Nullable HeldOut<Solution.Linear, ?> held, FitRun fits) {
        SelectPlan select = plan.select();
        FiniteSum problem = subject.base();
        Plan choice = SolverChoice.plan(plan, problem, run.rule().relativeGap());
        Solver<FiniteSum, Solution.Linear> solver = SolverChoice.resolve(plan.solver(), choice);
        EarlyStop<Solution.Linear> early =
                held == null ? null : new EarlyStop<>(held.loss(select.judge()), select.patience());
        Fit<Solution.Linear> fit = fits.fit(problem, solver, rule(problem), start(subject), early);
        LinearLearned learned = learned(subject, problem, choice, plan.penalty(), fit, fits);
        return held == null ? learned : learned.with(held.judged(select.judge()));
    }

    private Solution.@Nullable Linear start(LinearSubject subject) {
        return plan.warmStart() == null
                ? null
                : WarmStart.of(
                        plan.warmStart(),
                        plan.task(),
                        subject.data().encoding(),
                        subject.data().target());
    }

    /** For standard errors the weights must be exact on their scale, which shrinks with the number of rows. */
    private StopRule rule(FiniteSum problem) {
        return plan.estimator() == null || run.toleranceGiven()
                ? run.rule()
                : run.rule().withRelativeGap(Math.min(run.rule().relativeGap(), Math.max(1e-13, 1e-4 / problem.n())));
    }

    private LinearLearned learned(
            LinearSubject subject,
            FiniteSum problem,
            @Nullable Plan choice,
            PenaltyOptions penalty,
            Fit<Solution.Linear> fit,
            FitRun fits) {
        Encoding encoding = subject.data().encoding();
        requireRates(problem, fit);
        requireFinite(fit, encoding);
        Training training = fits.record(
                Catalogue.of(Loss.class).printAll(plan.loss()),
                PenaltyChoice.words(penalty),
                SolverChoice.words(SolverChoice.resolve(plan.solver(), choice)),
                problem.describe(),
                problem.n(),
                problem.d(),
                fit);
        LinearModel linear = LinearModel.of(plan.loss(), fit.solution(), encoding.featureNames());
        Estimator estimator = plan.estimator();
        Covariance covariance = estimator == null ? null : covariance(problem, fit, encoding, estimator);
        StandardErrors errors = estimator == null || covariance == null
                ? null
                : StandardErrors.of(covariance, encoding, estimator, plan.intercept());
        TrainedLinear model = new TrainedLinear(linear, encoding, subject.data().target(), training, errors);
        return new LinearLearned(
                plan, subject, plan.explain() ? choice : null, penalty, problem, fit, model, covariance, null, null);
    }

    private Covariance covariance(FiniteSum problem, Fit<Solution.Linear> fit, Encoding encoding, Estimator estimator) {
        if (fit.trace().reason() == StopReason.NO_MINIMISER) {
            throw InvalidInput.at(
                    run.data(),
                    0,
                    0,
                    "no standard errors: the weights grow for ever"
                            + (plan.task().classifies() ? ", since they separate the classes" : ""),
                    "leave --standard-errors out and add a penalty, such as --l2 1e-4");
        }
        try {
            return Covariance.of(problem, fit.solution(), estimator, encoding.featureNames());
        } catch (InvalidInput mistake) {
            throw mistake.in(run.data());
        }
    }

    /** Where rates must be positive and no weights were found that make them so, there is no model. */
    private void requireRates(FiniteSum problem, Fit<Solution.Linear> fit) {
        boolean domain =
                Arrays.stream(problem.targets()).anyMatch(y -> problem.loss().domainLow(y) > Double.NEGATIVE_INFINITY);
        if (domain && fit.certificate().primal() == Double.POSITIVE_INFINITY) {
            throw InvalidInput.at(
                    run.data(),
                    0,
                    0,
                    "no weights were found that give every row with a count a rate above 0",
                    "let the model have an intercept, make features positive with --scale minmax, or use --link log");
        }
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
