package org.fenchel.solver.step;

import org.fenchel.problem.FiniteSum;
import org.jspecify.annotations.Nullable;

/**
 * Moves weights into the domain of a loss whose margins must lie above a bound, along a known interior direction g: w + t g with
 * the t at which the objective is lowest among some beyond the first feasible one. g is a mean of rows, which is interior where
 * no two rows point apart.
 */
public final class FeasiblePoint {
    private final FiniteSum problem;
    private final double[] interior;
    private final double[] slopes;
    private final double[] margins;
    private final double[] moved;

    private FeasiblePoint(FiniteSum problem, double[] interior, double[] slopes) {
        this.problem = problem;
        this.interior = interior;
        this.slopes = slopes;
        margins = new double[problem.n()];
        moved = new double[problem.d()];
    }

    /** For a problem with an open domain, null where there is none or no interior direction is known. */
    public static @Nullable FeasiblePoint of(FiniteSum problem) {
        double[] interior = new double[problem.d()];
        boolean open = false;
        for (int i = 0; i < problem.n(); i++) {
            if (bounded(problem, i)) {
                open = true;
                problem.rows().axpy(problem.shares()[i], i, interior);
            }
        }
        if (!open || problem.intercept()) {
            return null; // the exact intercept moves margins into the domain
        }
        double[] slopes = new double[problem.n()];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = problem.rows().dot(i, interior);
            if (bounded(problem, i) && !(slopes[i] > 0)) {
                return null;
            }
        }
        return new FeasiblePoint(problem, interior, slopes);
    }

    private static boolean bounded(FiniteSum problem, int i) {
        return problem.loss().domainLow(problem.targets()[i]) > Double.NEGATIVE_INFINITY;
    }

    /** Moves the weights in place where they are outside the domain. Cost: a pass, and up to a few evaluations of all losses. */
    public void move(double[] weights) {
        double first = 0;
        for (int i = 0; i < margins.length; i++) {
            margins[i] = problem.rows().dot(i, weights) + problem.offsets()[i];
            if (bounded(problem, i)) {
                double missing = problem.loss().domainLow(problem.targets()[i]) - margins[i];
                if (missing >= 0) {
                    first = Math.max(first, missing / slopes[i] + Double.MIN_NORMAL);
                }
            }
        }
        if (first == 0) {
            return;
        }
        double best = Double.POSITIVE_INFINITY;
        double bestStep = 0;
        double step = 0;
        // on the border itself the first step is next to nothing, and the way on is long
        for (double factor = 1.01; factor < 40 || bestStep == step; factor *= factor < 40 ? 1.5 : 100) {
            step = first * factor;
            double sum = 0;
            for (int i = 0; i < margins.length; i++) {
                sum += problem.shares()[i] * problem.loss().value(margins[i] + step * slopes[i], problem.targets()[i]);
            }
            for (int j = 0; j < moved.length; j++) {
                moved[j] = weights[j] + step * interior[j];
            }
            double objective = sum + problem.penalty().value(moved);
            if (objective < best) {
                best = objective;
                bestStep = step;
            }
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] += bestStep * interior[j];
        }
    }
}
