package org.fenchel.solver.stochastic;

import org.fenchel.penalty.Separable;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.solver.step.BatchColumns;

/**
 * Adagrad's steps. A column that misses k steps would have taken k proximal steps of its own unchanging size eta: these are one
 * formula, with (1 + eta l2)^-k through logarithms, so that no factor grows without bound. Cost of a step: the rows' entries, and a
 * few functions for each column.
 */
final class AdagradDescent implements Descent {
    /** Keeps the first step finite; far below any gradient that matters. */
    static final double LEAST = 1e-10;

    private final Design design;
    private final Separable penalty;
    private final double first;
    private final BatchColumns columns;
    private final double[] weights;
    private final double[] squares;
    private final double[] gradient;
    private final long[] current;
    private final double[] intercepts;
    private final double[] interceptSquares;
    private long steps;

    AdagradDescent(Design design, Separable penalty, double first, MultiLinear start) {
        this.design = design;
        this.penalty = penalty;
        this.first = first;
        columns = new BatchColumns(design.rows(), false);
        weights = start.weights().clone();
        squares = new double[weights.length];
        gradient = new double[weights.length];
        current = new long[design.rows().d()];
        intercepts = start.intercepts().clone();
        interceptSquares = new double[intercepts.length];
    }

    private void catchUp(int j) {
        long missed = steps - current[j];
        if (missed > 0) {
            current[j] = steps;
            for (int at = j * design.outputs(); at < (j + 1) * design.outputs(); at++) {
                catchUp(at, missed);
            }
        }
    }

    private void catchUp(int at, long missed) {
        double eta = first / (Math.sqrt(squares[at]) + LEAST);
        double l2 = penalty.l2();
        double kept = Math.exp(-missed * Math.log1p(eta * l2));
        double threshold = penalty.l1() == 0
                ? 0
                : l2 > 0
                        ? penalty.l1() / l2 * -Math.expm1(-missed * Math.log1p(eta * l2))
                        : missed * eta * penalty.l1();
        weights[at] = penalty.catchUp(weights[at], kept, 0, 1, threshold);
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        columns.of(batch, m);
        for (int k = 0; k < columns.count(); k++) {
            catchUp(columns.columns()[k]);
        }
        design.margins(batch, m, weights, 1, intercepts, out);
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double[] sums) {
        steps++;
        design.addTransposed(batch, m, pulls, gradient);
        for (int k = 0; k < columns.count(); k++) {
            int j = columns.columns()[k];
            for (int at = j * design.outputs(); at < (j + 1) * design.outputs(); at++) {
                double g = gradient[at];
                gradient[at] = 0;
                squares[at] += g * g;
                double eta = first / (Math.sqrt(squares[at]) + LEAST);
                weights[at] = penalty.prox(weights[at] - eta * g, eta);
            }
            current[j] = steps;
        }
        for (int c = 0; c < intercepts.length; c++) {
            interceptSquares[c] += sums[c] * sums[c];
            intercepts[c] -= first / (Math.sqrt(interceptSquares[c]) + LEAST) * sums[c];
        }
    }

    @Override
    public void settle() {
        for (int j = 0; j < current.length; j++) {
            catchUp(j);
        }
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
