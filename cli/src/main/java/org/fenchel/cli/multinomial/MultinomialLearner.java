package org.fenchel.cli.multinomial;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
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
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.io.model.Training;
import org.fenchel.loss.VectorLoss;
import org.fenchel.metric.ClassMetric;
import org.fenchel.problem.Solution;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.EarlyStop;
import org.fenchel.run.Fit;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Learns linear models of several classes. */
final class MultinomialLearner
        implements Learner<TrainedMultinomial>,
                Division.Fitting<VectorSum, Solution.MultiLinear, MultinomialSubject, TrainedMultinomial> {
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
        SelectPlan select = plan.select();
        Strata strata = Division.needed(select) ? Strata.of(examples, plan.columns(), known, command) : null;
        return new Division(run, select, examples, strata)
                .lesson(
                        (rows, whole) -> MultinomialSubject.of(plan, run.data(), command, rows, known, whole),
                        plan.solver(),
                        ClassMetric.ALL,
                        this);
    }

    @Override
    public Evaluated evaluate(TrainedMultinomial model, Examples examples) {
        EvaluateOptions options = new EvaluateOptions();
        options.seed = run.seed();
        options.groups = 0;
        return MultinomialEvaluated.of(model, ClassScoring.of(model, examples, null), options);
    }

    @Override
    public MultinomialLearned select(
            MultinomialSubject subject, Selection<VectorSum, Solution.MultiLinear> selection, FitRun fits) {
        Selection.Outcome<Solution.MultiLinear> outcome = selection.run(
                fits,
                run,
                start(subject),
                solution ->
                        Arrays.stream(solution.weights()).filter(b -> b != 0).count());
        Selected selected = outcome.selected();
        double factor = selected.points().get(selected.chosen()).factor();
        PenaltyOptions penalty = new PenaltyWalk(plan.penalty()).at(factor);
        VectorSum problem = subject.problem(factor);
        Plan choice = VectorSolverChoice.plan(plan, problem, run.rule().relativeGap());
        return learned(subject, problem, choice, penalty, outcome.fit(), fits).with(selected);
    }

    @Override
    public MultinomialLearned learn(
            MultinomialSubject subject, @Nullable HeldOut<Solution.MultiLinear, ?> held, FitRun fits) {
        SelectPlan select = plan.select();
        VectorSum problem = subject.base();
        EarlyStop<Solution.MultiLinear> early =
                held == null ? null : new EarlyStop<>(held.loss(select.judge()), select.patience());
        Plan choice = VectorSolverChoice.plan(plan, problem, run.rule().relativeGap());
        Solver<VectorSum, Solution.MultiLinear> solver = VectorSolverChoice.resolve(plan.solver(), choice);
        Fit<Solution.MultiLinear> fit = fits.fit(problem, solver, run.rule(), start(subject), early);
        MultinomialLearned learned = learned(subject, problem, choice, plan.penalty(), fit, fits);
        return held == null ? learned : learned.with(held.judged(select.judge()));
    }

    private Solution.@Nullable MultiLinear start(MultinomialSubject subject) {
        return plan.warmStart() == null
                ? null
                : MultinomialWarmStart.of(plan.warmStart(), subject.data().encoding(), subject.classes());
    }

    private MultinomialLearned learned(
            MultinomialSubject subject,
            VectorSum problem,
            @Nullable Plan choice,
            PenaltyOptions penalty,
            Fit<Solution.MultiLinear> fit,
            FitRun fits) {
        Encoding encoding = subject.data().encoding();
        requireFinite(fit, encoding.original(fit.solution()));
        Training training = fits.record(
                Catalogue.of(VectorLoss.class).printAll(plan.loss()),
                PenaltyChoice.words(penalty),
                VectorSolverChoice.words(VectorSolverChoice.resolve(plan.solver(), choice)),
                problem.describe(),
                problem.n(),
                problem.d(),
                fit);
        TrainedMultinomial model =
                new TrainedMultinomial(subject.model(fit.solution()), encoding, subject.classes(), training);
        return new MultinomialLearned(plan, subject, plan.explain() ? choice : null, penalty, fit, model, null, null);
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
