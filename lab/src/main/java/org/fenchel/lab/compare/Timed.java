package org.fenchel.lab.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.EarlyStop;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/** A method whose start is on the clock as well: some do much of their work there. For one run. */
final class Timed implements Solver<FiniteSum, Linear> {
    private final Solver<FiniteSum, Linear> solver;
    private double startSeconds;

    private Timed(Solver<FiniteSum, Linear> solver) {
        this.solver = solver;
    }

    /**
     * Runs a method to its end.
     *
     * @param heldOut the loss on rows held out, or null; it never ends the run
     */
    static Trace run(
            Solver<FiniteSum, Linear> solver,
            FiniteSum problem,
            StopRule rule,
            long seed,
            @Nullable ToDoubleFunction<Linear> heldOut,
            Listener live) {
        Timed timed = new Timed(solver);
        EarlyStop<Linear> judge = heldOut == null ? null : new EarlyStop<>(heldOut, Double.MAX_VALUE);
        Trace trace = Driver.fit(problem, timed, rule, seed, null, live, judge).trace();
        List<Trace.Point> later = trace.points().stream()
                .map(point -> new Trace.Point(
                        point.passes(),
                        point.seconds() + timed.startSeconds,
                        point.objective(),
                        point.dual(),
                        point.relativeGap(),
                        point.onlineLoss(),
                        point.validation(),
                        point.oracle()))
                .toList();
        return new Trace(solver.toString(), trace.problem(), trace.seed(), later, trace.reason());
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return solver.refusal(problem);
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        long began = System.nanoTime();
        Run<Linear> run = solver.start(problem, seed, start);
        startSeconds = (System.nanoTime() - began) * 1e-9;
        return run;
    }
}
