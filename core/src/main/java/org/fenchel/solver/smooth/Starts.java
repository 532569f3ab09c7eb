package org.fenchel.solver.smooth;

import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Run.Health;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.step.FeasiblePoint;
import org.jspecify.annotations.Nullable;

/** Where methods that need a finite objective begin. */
public final class Starts {
    private static final int MOST_STEPS = 200;

    private Starts() {}

    /**
     * The start as one vector, moved to where the objective is finite: by the penalty's prox into its domain; then, where a margin
     * is outside the loss's domain (the identity link knows rates above 0 only), first by the best intercept, or along
     * a direction known to lead inside, and where neither helps by proximal point steps, whose envelopes are finite everywhere, until their point is inside.
     *
     * @throws InvalidInput if the start is of another number of features
     */
    public static double[] of(FiniteSum problem, @Nullable Linear start) {
        int d = problem.d();
        if (start != null && start.weights().length != d) {
            throw InvalidInput.of(
                    "the start has " + start.weights().length + " weights for " + d + " features",
                    "start from a model of the same features");
        }
        double[] weights = start == null ? new double[d] : start.weights().clone();
        if (problem.penalty().value(weights) == Double.POSITIVE_INFINITY) {
            problem.penalty().prox(weights, 1e-9, weights);
        }
        double intercept = start == null || !problem.intercept() ? 0 : start.intercept();
        if (problem.intercept()) {
            // next to a border of the domain curvatures are huge, and methods would take long to leave it
            Certifier certifier = new Certifier(problem);
            certifier.certify(weights, intercept, null);
            intercept = Double.isFinite(certifier.intercept()) ? certifier.intercept() : intercept;
        }
        if (problem.objective(new Linear(weights, intercept)) < Double.POSITIVE_INFINITY) {
            return LinearPoints.join(problem, weights, intercept);
        }
        FeasiblePoint feasible = FeasiblePoint.of(problem);
        if (feasible != null) {
            double[] moved = weights.clone();
            feasible.move(moved);
            if (problem.objective(new Linear(moved, intercept)) < Double.POSITIVE_INFINITY) {
                return LinearPoints.join(problem, moved, intercept);
            }
        }
        ProximalPoint finder = new ProximalPoint();
        if (finder.refusal(problem).isEmpty()) {
            Run<Linear> run = finder.start(problem, 0, new Linear(weights, intercept));
            for (int step = 0; step < MOST_STEPS && run.health() == Health.WELL; step++) {
                Linear found = run.solution();
                if (problem.objective(found) < Double.POSITIVE_INFINITY) {
                    return LinearPoints.join(problem, found.weights(), found.intercept());
                }
                run.step();
                run.certificate();
            }
        }
        return LinearPoints.join(problem, weights, intercept);
    }
}
