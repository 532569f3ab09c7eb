package org.fenchel.solver.stochastic;

import org.fenchel.data.Rows;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.step.BatchColumns;

/**
 * Adagrad's steps. A column that misses k steps would have taken k proximal steps of its own unchanging size eta: these are one
 * formula, with (1 + eta l2)^-k through logarithms, so that no factor grows without bound. Cost of a step: the rows' entries, and a
 * few functions for each column.
 */
final class AdagradDescent implements Descent {
    /** Keeps the first step finite; far below any gradient that matters. */
    private static final double LEAST = 1e-10;

    private final Rows rows;
    private final Separable penalty;
    private final double first;
    private final BatchColumns columns;
    private final double[] weights;
    private final double[] squares;
    private final double[] gradient;
    private final long[] current;
    private double intercept;
    private double interceptSquares;
    private long steps;

    AdagradDescent(FiniteSum problem, Separable penalty, double first, Linear start) {
        rows = problem.rows();
        this.penalty = penalty;
        this.first = first;
        columns = new BatchColumns(rows, false);
        weights = start.weights().clone();
        squares = new double[weights.length];
        gradient = new double[weights.length];
        current = new long[weights.length];
        intercept = start.intercept();
    }

    private void catchUp(int j) {
        long missed = steps - current[j];
        if (missed > 0) {
            current[j] = steps;
            double eta = first / (Math.sqrt(squares[j]) + LEAST);
            double l2 = penalty.l2();
            double kept = Math.exp(-missed * Math.log1p(eta * l2));
            double threshold = penalty.l1() == 0
                    ? 0
                    : l2 > 0
                            ? penalty.l1() / l2 * -Math.expm1(-missed * Math.log1p(eta * l2))
                            : missed * eta * penalty.l1();
            weights[j] = penalty.catchUp(weights[j], kept, 0, 1, threshold);
        }
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        columns.of(batch, m);
        for (int k = 0; k < columns.count(); k++) {
            catchUp(columns.columns()[k]);
        }
        rows.multiply(batch, m, weights, out);
        for (int k = 0; k < m; k++) {
            out[k] += intercept;
        }
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double sum) {
        steps++;
        rows.addTransposed(batch, m, pulls, gradient);
        for (int k = 0; k < columns.count(); k++) {
            int j = columns.columns()[k];
            double g = gradient[j];
            gradient[j] = 0;
            squares[j] += g * g;
            double eta = first / (Math.sqrt(squares[j]) + LEAST);
            weights[j] = penalty.prox(weights[j] - eta * g, eta);
            current[j] = steps;
        }
        interceptSquares += sum * sum;
        intercept -= first / (Math.sqrt(interceptSquares) + LEAST) * sum;
    }

    @Override
    public void settle() {
        for (int j = 0; j < weights.length; j++) {
            catchUp(j);
        }
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
