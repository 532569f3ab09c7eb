package org.fenchel.run;

import org.fenchel.problem.Solution;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/** The solution of a run that scored best so far on rows it is not fitted to. */
final class Champion<S extends Solution> {
    private final EarlyStop<S> rule;
    private double score = Double.POSITIVE_INFINITY;
    private double passes;

    @Nullable
    private S solution;

    Champion(EarlyStop<S> rule) {
        this.rule = rule;
    }

    /** Scores the run's solution, and keeps it where it is better than all before. */
    double judge(Run<S> run) {
        S candidate = run.solution();
        double now = rule.score().applyAsDouble(candidate);
        if (now < score) {
            score = now;
            solution = candidate;
            passes = run.passes();
        }
        return now;
    }

    /** Whether the patience is at an end. */
    boolean waitedInVain(Run<S> run) {
        return run.passes() - passes >= rule.patience();
    }

    /** The best solution; null where none had a score. */
    @Nullable
    S solution() {
        return solution;
    }
}
