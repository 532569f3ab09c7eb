package org.fenchel.solver.step;

import java.util.Arrays;
import org.fenchel.problem.FiniteSum;
import org.jspecify.annotations.Nullable;

/**
 * Moves weights into the domain of a loss whose margins must lie above a bound, along a known interior direction g: w + t g with
 * a t at which the objective is low. g is a mean of rows, which is interior where no two rows point apart.
 */
public final class FeasiblePoint {
    /** Of the distance past the border, from one length tried to the next. */
    private static final double STRIDE = 3;

    private static final int MOST_LENGTHS = 100;

    private final FiniteSum problem;
    private final double[] interior;
    private final double[] slopes;
    private final double typicalSlope;
    private final int[] all;
    private final double[] margins;
    private final double[] movedMargins;
    private final double[] moved;

    private FeasiblePoint(FiniteSum problem, double[] interior, double[] slopes, double typicalSlope, int[] all) {
        this.problem = problem;
        this.interior = interior;
        this.slopes = slopes;
        this.typicalSlope = typicalSlope;
        this.all = all;
        margins = new double[problem.n()];
        movedMargins = new double[problem.n()];
        moved = new double[problem.d()];
    }

    /** For a problem with an open domain, null where there is none or no interior direction is known. Cost: two passes. */
    public static @Nullable FeasiblePoint of(FiniteSum problem) {
        int n = problem.n();
        double[] shares = new double[n];
        double bounded = 0;
        for (int i = 0; i < n; i++) {
            shares[i] = bounded(problem, i) ? problem.shares()[i] : 0;
            bounded += shares[i];
        }
        if (bounded == 0 || problem.intercept()) {
            return null; // the exact intercept moves margins into the domain
        }
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        double[] interior = new double[problem.d()];
        problem.rows().addTransposed(all, n, shares, interior);
        double[] slopes = new double[n];
        problem.rows().multiply(all, n, interior, slopes);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (shares[i] > 0 && !(slopes[i] > 0)) {
                return null;
            }
            sum += shares[i] * slopes[i];
        }
        return new FeasiblePoint(problem, interior, slopes, sum / bounded, all);
    }

    private static boolean bounded(FiniteSum problem, int i) {
        return problem.loss().domainLow(problem.targets()[i]) > Double.NEGATIVE_INFINITY;
    }

    /**
     * Moves the weights in place where they are outside the domain or on its border. Cost: half a pass, and about eight
     * evaluations of all losses where they are.
     *
     * @return margins of all rows at the weights then, offsets included; good until the next call
     */
    public double[] move(double[] weights) {
        int n = margins.length;
        problem.rows().multiply(all, n, weights, margins);
        double border = -1;
        for (int i = 0; i < n; i++) {
            margins[i] += problem.offsets()[i];
            if (bounded(problem, i)) {
                double missing = problem.loss().domainLow(problem.targets()[i]) - margins[i];
                border = missing >= 0 ? Math.max(border, missing / slopes[i]) : border;
            }
        }
        if (border < 0) {
            return margins;
        }
        // the objective is convex along g: as far past the border as a margin of 1, then longer or shorter while that
        // is better
        double length = 1 / typicalSlope;
        double lowest = objective(weights, border + length);
        double longer = objective(weights, border + length * STRIDE);
        double stride = longer < lowest ? STRIDE : 1 / STRIDE;
        double next = longer < lowest ? longer : objective(weights, border + length * stride);
        for (int k = 0; k < MOST_LENGTHS && (next < lowest || Double.isInfinite(lowest)); k++) {
            lowest = next;
            length *= stride;
            next = objective(weights, border + length * stride);
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] += (border + length) * interior[j];
        }
        for (int i = 0; i < n; i++) {
            margins[i] += (border + length) * slopes[i];
        }
        return margins;
    }

    private double objective(double[] weights, double t) {
        for (int i = 0; i < margins.length; i++) {
            movedMargins[i] = margins[i] + t * slopes[i];
        }
        for (int j = 0; j < moved.length; j++) {
            moved[j] = weights[j] + t * interior[j];
        }
        return problem.meanLoss(movedMargins) + problem.penalty().value(moved);
    }
}
