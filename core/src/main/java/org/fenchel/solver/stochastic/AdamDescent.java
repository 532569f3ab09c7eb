package org.fenchel.solver.stochastic;

import java.util.Arrays;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Vectors;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.jspecify.annotations.Nullable;

/** Adam's steps. Cost of a step: d beside the rows. */
final class AdamDescent implements Descent {
    private static final double LEAST = 1e-8;

    private final Rows rows;
    private final double l2;
    private final @Nullable Separable rest;
    private final Pace pace;
    private final double beta1;
    private final double beta2;
    private final double[] weights;
    private final double[] mean;
    private final double[] squares;
    private final double[] gradient;
    private double intercept;
    private double interceptMean;
    private double interceptSquares;

    AdamDescent(FiniteSum problem, Pace pace, double beta1, double beta2, Linear start) {
        rows = problem.rows();
        SplitPenalty penalty = SplitPenalty.of(problem.penalty());
        l2 = penalty.l2();
        if (penalty.rest() != null && !(penalty.rest() instanceof Separable)) {
            throw InvalidInput.of("the penalty ties columns together", "choose another solver");
        }
        rest = (Separable) penalty.rest();
        this.pace = pace;
        this.beta1 = beta1;
        this.beta2 = beta2;
        weights = start.weights().clone();
        mean = new double[weights.length];
        squares = new double[weights.length];
        gradient = new double[weights.length];
        intercept = start.intercept();
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        rows.multiply(batch, m, weights, out);
        for (int k = 0; k < m; k++) {
            out[k] += intercept;
        }
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double sum) {
        int d = weights.length;
        Arrays.fill(gradient, 0);
        rows.addTransposed(batch, m, pulls, gradient);
        if (l2 > 0) {
            Vectors.axpy(d, l2, weights, 0, gradient, 0);
        }
        double alpha = pace.next();
        double whole1 = 1 - Math.pow(beta1, pace.taken());
        double whole2 = 1 - Math.pow(beta2, pace.taken());
        for (int j = 0; j < d; j++) {
            double g = gradient[j];
            mean[j] += (1 - beta1) * (g - mean[j]);
            squares[j] += (1 - beta2) * (g * g - squares[j]);
            double eta = alpha / (Math.sqrt(squares[j] / whole2) + LEAST);
            double moved = weights[j] - eta * (mean[j] / whole1);
            weights[j] = rest == null ? moved : rest.prox(moved, eta);
        }
        interceptMean += (1 - beta1) * (sum - interceptMean);
        interceptSquares += (1 - beta2) * (sum * sum - interceptSquares);
        intercept -= alpha / (Math.sqrt(interceptSquares / whole2) + LEAST) * (interceptMean / whole1);
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
    public double intercept() {
        return intercept;
    }
}
