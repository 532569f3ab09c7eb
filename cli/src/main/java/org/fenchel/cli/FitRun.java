package org.fenchel.cli;

import java.io.PrintWriter;
import org.fenchel.io.model.Training;
import org.fenchel.kernel.NativeLibrary;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** One fit of a train command: its progress is shown, its time taken, and a record of it made. */
final class FitRun {
    private final TrainPlan plan;
    private final CommandSpec command;
    private final DataOrigin origin;
    private final long began = System.nanoTime();
    private double seconds = Double.NaN;

    /** The clock of the fit starts here. */
    FitRun(TrainPlan plan, CommandSpec command, DataOrigin origin) {
        this.plan = plan;
        this.command = command;
        this.origin = origin;
    }

    /**
     * Solves a problem as the plan says.
     *
     * @param start where to begin, or null for zero
     */
    <P extends Problem<S>, S extends Solution> Fit<S> fit(P problem, Solver<P, S> solver, @Nullable S start) {
        PrintWriter err = command.commandLine().getErr();
        boolean watched = !plan.output().quiet && !plan.output().json && FitProgress.onTerminal();
        Fit<S> fit;
        try (FitProgress progress =
                new FitProgress(err, watched, plan.rule().passes(), plan.rule().relativeGap())) {
            fit = Driver.fit(problem, solver, plan.rule(), plan.seed(), start, progress);
        }
        seconds = (System.nanoTime() - began) * 1e-9;
        NativeLibrary.notice().ifPresent(line -> err.println("note: " + line));
        return fit;
    }

    /** Seconds from the beginning to the end of the fit, certificates and the choice of the method included. */
    double seconds() {
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
    Training record(String loss, String penalty, String solver, String problem, long rows, int features, Fit<?> fit) {
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
