package org.fenchel.solver.stochastic;

import java.util.Arrays;
import org.fenchel.kernel.Vectors;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Solution.MultiLinear;
import org.jspecify.annotations.Nullable;

/** Adam's steps. Cost of a step: d beside the rows. */
final class AdamDescent implements Descent {
    private static final double LEAST = 1e-8;

    private final Design design;
    private final double l2;
    private final @Nullable OwnSteps rest;
    private final Pace pace;
    private final double beta1;
    private final double beta2;
    private final double[] weights;
    private final double[] mean;
    private final double[] squares;
    private final double[] gradient;
    private final double[] intercepts;
    private final double[] interceptMeans;
    private final double[] interceptSquares;

    AdamDescent(Design design, Penalty whole, Pace pace, double beta1, double beta2, MultiLinear start) {
        this.design = design;
        SplitPenalty penalty = SplitPenalty.of(whole);
        l2 = penalty.l2();
        Penalty kinked = penalty.rest();
        rest = kinked == null ? null : OwnSteps.of(kinked);
        this.pace = pace;
        this.beta1 = beta1;
        this.beta2 = beta2;
        weights = start.weights().clone();
        mean = new double[weights.length];
        squares = new double[weights.length];
        gradient = new double[weights.length];
        intercepts = start.intercepts().clone();
        interceptMeans = new double[intercepts.length];
        interceptSquares = new double[intercepts.length];
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        design.margins(batch, m, weights, 1, intercepts, out);
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double[] sums) {
        int d = weights.length;
        Arrays.fill(gradient, 0);
        design.addTransposed(batch, m, pulls, gradient);
        if (l2 > 0) {
            Vectors.axpy(d, l2, weights, 0, gradient, 0);
        }
        double alpha = pace.next();
        double step = alpha / (1 - Math.pow(beta1, pace.taken()));
        double whole2 = 1 / (1 - Math.pow(beta2, pace.taken()));
        move(d, gradient, mean, squares, weights, step, whole2);
        move(intercepts.length, sums, interceptMeans, interceptSquares, intercepts, step, whole2);
        if (rest != null) {
            // the gradient has done its part, and lends its room to the steps
            for (int j = 0; j < d; j++) {
                gradient[j] = alpha / (Math.sqrt(squares[j] * whole2) + LEAST);
            }
            rest.prox(weights, gradient);
        }
    }

    /** A loop without branches, which the compiler turns into vector instructions. */
    private void move(int n, double[] g, double[] means, double[] meanSquares, double[] x, double step, double whole2) {
        double new1 = 1 - beta1;
        double new2 = 1 - beta2;
        for (int j = 0; j < n; j++) {
            double m = means[j] + new1 * (g[j] - means[j]);
            double s = meanSquares[j] + new2 * (g[j] * g[j] - meanSquares[j]);
            means[j] = m;
            meanSquares[j] = s;
            x[j] -= step * m / (Math.sqrt(s * whole2) + LEAST);
        }
    }

    @Override
    public void settle() {
        // nothing is ever outstanding
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public double[] intercepts() {
        return intercepts;
    }
}
