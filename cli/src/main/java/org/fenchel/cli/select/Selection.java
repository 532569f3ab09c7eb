package org.fenchel.cli.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.fenchel.cli.train.FitRun;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.data.InvalidInput;
import org.fenchel.metric.Metric;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.select.PathPoint;
import org.fenchel.select.RegularisationPath;
import org.fenchel.select.Score;
import org.fenchel.select.Scores;
import org.fenchel.select.Trial;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a penalty by scores on rows held out, and fits all rows with it. Knows neither the kind of the model nor the penalty.
 *
 * @param plan how to choose
 * @param factors of the penalty, from strong to weak; one where there is no path
 * @param solver of all fits
 * @param problems of all rows
 * @param parts to learn from and to be judged by: one a fold, or one
 * @param metrics of the task
 */
public record Selection<P extends Problem<S>, S extends Solution>(
        SelectPlan plan,
        double[] factors,
        Solver<P, S> solver,
        DoubleFunction<P> problems,
        IntFunction<Part<P, S>> parts,
        List<? extends Metric<?>> metrics) {
    /** Rows to learn from, encoded on their own, and rows to be judged by. */
    record Part<P extends Problem<S>, S extends Solution>(DoubleFunction<P> problems, HeldOut<S, ?> held) {}

    /** How large a solution is. */
    @FunctionalInterface
    public interface Size<S> {
        /** How many weights are not 0. */
        long nonZeros(S solution);
    }

    /**
     * The fit of the chosen penalty, and what it was chosen from.
     *
     * @param <S> the kind of solution
     */
    public record Outcome<S extends Solution>(Fit<S> fit, Selected selected) {}

    /**
     * Does it. An interrupted path ends with the fit that was reached.
     *
     * @param start where the fit begins where there is no path, or null for zero
     */
    public Outcome<S> run(FitRun run, TrainPlan train, @Nullable S start, Size<S> size) {
        List<List<Score>> scores = scores(run, train);
        int chosen = scores.isEmpty()
                ? factors.length - 1
                : plan.rule()
                        .choose(
                                scores.get(plan.judge()),
                                metrics.get(plan.judge()).higherIsBetter());
        List<Selected.Point> points = new ArrayList<>();
        List<PathPoint<S>> kept = new ArrayList<>();
        Consumer<PathPoint<S>> visitor = point -> {
            Fit<S> fit = point.fit();
            points.add(new Selected.Point(
                    point.factor(),
                    size.nonZeros(fit.solution()),
                    fit.certificate(),
                    fit.trace().reason(),
                    scores.stream().map(metric -> metric.get(point.index())).toList()));
            if (point.index() <= chosen) {
                kept.clear();
                kept.add(point);
            }
        };
        if (factors.length == 1) {
            visitor.accept(new PathPoint<>(0, factors[0], run.fit(problems.apply(factors[0]), solver, start)));
        } else {
            run.walk(new RegularisationPath<>(problems, factors, solver, train.rule(), train.seed()), visitor);
        }
        Fit<S> fit = kept.get(0).fit();
        boolean whole = points.size() == factors.length && fit.trace().reason() != StopReason.INTERRUPTED;
        return new Outcome<>(
                fit, new Selected(plan, metrics, points, kept.get(0).index(), whole));
    }

    /** By metric and penalty; empty where nothing is judged. */
    private List<List<Score>> scores(FitRun run, TrainPlan train) {
        if (plan.folds() > 0) {
            Scores found = run.crossValidate(
                    plan.folds(),
                    fold -> {
                        Part<P, S> part = parts.apply(fold);
                        return new Trial<>(part.problems(), part.held()::scores);
                    },
                    factors,
                    solver);
            List<List<Score>> scores = new ArrayList<>();
            for (int m = 0; m < metrics.size(); m++) {
                scores.add(found.path(m));
            }
            return scores;
        }
        return plan.validation() > 0 ? validated(run, train) : List.of();
    }

    private List<List<Score>> validated(FitRun run, TrainPlan train) {
        Part<P, S> part = parts.apply(0);
        List<List<Score>> scores = new ArrayList<>();
        metrics.forEach(metric -> scores.add(new ArrayList<>()));
        run.walk(new RegularisationPath<>(part.problems(), factors, solver, train.rule(), train.seed()), point -> {
            if (point.fit().trace().reason() == StopReason.INTERRUPTED) {
                throw InvalidInput.of(
                        "interrupted before a penalty was chosen",
                        "nothing was saved; give fewer penalties, as in --path 10");
            }
            S solution = point.fit().solution();
            double[] values = part.held().scores(solution);
            for (int m = 0; m < values.length; m++) {
                double error = m == plan.judge() ? part.held().standardError(solution, m, train.seed()) : Double.NaN;
                scores.get(m).add(new Score(values[m], error));
            }
        });
        return scores;
    }
}
