package org.fenchel.cli.train;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.fenchel.cli.data.DataOrigin;
import org.fenchel.cli.select.FoldsProgress;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.Training;
import org.fenchel.kernel.NativeLibrary;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.run.Driver;
import org.fenchel.run.EarlyStop;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.select.CrossValidation;
import org.fenchel.select.NuclearPath;
import org.fenchel.select.PathPoint;
import org.fenchel.select.RegularisationPath;
import org.fenchel.select.Scores;
import org.fenchel.select.Trial;
import org.fenchel.solver.Solver;
import org.fenchel.solver.links.LinkSolver;
import org.fenchel.solver.lowrank.LowRankSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The fits of a train command: their progress is shown, their time taken, and a record made of the one that is kept. */
public final class FitRun {
    private final TrainPlan plan;
    private final CommandSpec command;
    private final DataOrigin origin;
    private final long began = System.nanoTime();
    private double seconds = Double.NaN;

    /** The clock of the fit starts here. */
    public FitRun(TrainPlan plan, CommandSpec command, DataOrigin origin) {
        this.plan = plan;
        this.command = command;
        this.origin = origin;
    }

    /**
     * Solves a problem as the plan says.
     *
     * @param start where to begin, or null for zero
     */
    public <P extends Problem<S>, S extends Solution> Fit<S> fit(P problem, Solver<P, S> solver, @Nullable S start) {
        return fit(problem, solver, plan.rule(), start, null);
    }

    /**
     * Solves a problem by another rule than the plan's.
     *
     * @param early when to end before that, or null
     */
    public <P extends Problem<S>, S extends Solution> Fit<S> fit(
            P problem, Solver<P, S> solver, StopRule rule, @Nullable S start, @Nullable EarlyStop<S> early) {
        Fit<S> fit;
        try (FitProgress progress = progress(rule)) {
            fit = Driver.fit(problem, solver, rule, plan.seed(), start, progress, early);
        }
        ended();
        return fit;
    }

    /** Chooses the multiplier of a nuclear norm by entries held out. */
    public NuclearPath choose(LowRankFit problem, LowRankSolver solver) {
        try (FitProgress progress = progress(NuclearPath.RULE)) {
            return NuclearPath.of(problem, solver, plan.seed(), progress);
        }
    }

    /** Chooses the multiplier of a nuclear norm by pairs held out. */
    public NuclearPath choose(LinkFit problem, LinkSolver solver) {
        try (FitProgress progress = progress(NuclearPath.RULE)) {
            return NuclearPath.of(problem, solver, plan.seed(), progress);
        }
    }

    /** Solves the problems of a path, one after the other. */
    public <P extends Problem<S>, S extends Solution> void walk(
            RegularisationPath<P, S> path, Consumer<PathPoint<S>> visitor) {
        try (FitProgress progress = progress(path.rule())) {
            path.walk(visitor, progress);
        }
        ended();
    }

    /**
     * Fits and scores all folds.
     *
     * @throws InvalidInput if it is interrupted
     */
    public <P extends Problem<S>, S extends Solution> Scores crossValidate(
            int folds, IntFunction<Trial<P, S>> trials, double[] factors, Solver<P, S> solver) {
        PrintWriter err = command.commandLine().getErr();
        try (FoldsProgress progress = new FoldsProgress(err, watched(), (long) folds * factors.length)) {
            IntFunction<Trial<P, S>> counted = fold -> {
                Trial<P, S> trial = trials.apply(fold);
                return new Trial<>(trial.problems(), solution -> {
                    progress.fitted();
                    return trial.scores().apply(solution);
                });
            };
            return new CrossValidation(folds).run(counted, factors, solver, plan.rule(), plan.seed());
        } catch (CancellationException interrupted) {
            throw InvalidInput.of("interrupted during the cross-validation", "nothing was chosen, and nothing saved");
        }
    }

    private FitProgress progress(StopRule rule) {
        return new FitProgress(command.commandLine().getErr(), watched(), rule.passes(), rule.relativeGap());
    }

    private boolean watched() {
        return !plan.output().quiet && !plan.output().json && FitProgress.onTerminal();
    }

    private void ended() {
        seconds = (System.nanoTime() - began) * 1e-9;
        NativeLibrary.notice().ifPresent(line -> notice(command.commandLine().getErr(), line));
    }

    private static void notice(PrintWriter err, String line) {
        err.println("note: " + line);
    }

    /** Seconds from the beginning to the end of the last fit, certificates and the choice of the method included. */
    public double seconds() {
        return seconds;
    }

    /**
     * The record of a fit for its model.
     *
     * @param loss as the catalogue writes it
     * @param penalty in words
     * @param solver the method as the user would write it
     * @param problem in one line
     * @param rows rows that were fitted
     * @param features features that were fitted
     */
    public Training record(
            String loss, String penalty, String solver, String problem, long rows, int features, Fit<?> fit) {
        return new Training(
                loss,
                penalty,
                solver,
                problem,
                fit.certificate(),
                fit.trace().reason(),
                fit.trace().last().passes(),
                fit.trace().last().seconds(),
                origin.provenance(rows, features, command, plan.seed()));
    }
}
