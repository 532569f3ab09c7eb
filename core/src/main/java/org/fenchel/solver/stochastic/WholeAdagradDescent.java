package org.fenchel.solver.stochastic;

import java.util.Arrays;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Solution.MultiLinear;

/**
 * Adagrad's steps where the penalty ties columns together: weights that a row does not touch move with those it does, and there is no
 * formula for several such steps at once. Cost of a step: d beside the rows.
 */
final class WholeAdagradDescent implements Descent {
    private final Design design;
    private final OwnSteps penalty;
    private final double first;
    private final double[] weights;
    private final double[] squares;
    private final double[] gradient;
    private final double[] steps;
    private final double[] intercepts;
    private final double[] interceptSquares;

    WholeAdagradDescent(Design design, Penalty penalty, double first, MultiLinear start) {
        this.design = design;
        this.penalty = OwnSteps.of(penalty);
        this.first = first;
        weights = start.weights().clone();
        squares = new double[weights.length];
        gradient = new double[weights.length];
        steps = new double[weights.length];
        intercepts = start.intercepts().clone();
        interceptSquares = new double[intercepts.length];
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        design.margins(batch, m, weights, 1, intercepts, out);
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double[] sums) {
        Arrays.fill(gradient, 0);
        design.addTransposed(batch, m, pulls, gradient);
        for (int j = 0; j < weights.length; j++) {
            squares[j] += gradient[j] * gradient[j];
            steps[j] = first / (Math.sqrt(squares[j]) + AdagradDescent.LEAST);
            weights[j] -= steps[j] * gradient[j];
        }
        penalty.prox(weights, steps);
        for (int c = 0; c < intercepts.length; c++) {
            interceptSquares[c] += sums[c] * sums[c];
            intercepts[c] -= first / (Math.sqrt(interceptSquares[c]) + AdagradDescent.LEAST) * sums[c];
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
