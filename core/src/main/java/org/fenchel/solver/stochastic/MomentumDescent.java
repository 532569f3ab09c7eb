package org.fenchel.solver.stochastic;

import java.util.Arrays;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Vectors;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.jspecify.annotations.Nullable;

/**
 * Gradient steps on all weights, with momentum: v = beta v - eta g, x = x + v; Nesterov's gradient is that of x + beta v. Where there
 * is a prox, v becomes the way that x has really gone, so that the prox of a resting point is that of step eta and a fixed point is a
 * minimiser. Cost of a step: d beside the rows.
 */
final class MomentumDescent implements Descent {
    private final Rows rows;
    private final double l2;
    private final @Nullable Penalty rest;
    private final Pace pace;
    private final double beta;
    private final boolean nesterov;
    private final double[] x;
    private final double[] v;
    private final double[] gradient;
    private final double[] ahead;
    private double intercept;
    private double interceptMove;

    MomentumDescent(FiniteSum problem, SplitPenalty penalty, Pace pace, double beta, boolean nesterov, Linear start) {
        rows = problem.rows();
        l2 = penalty.l2();
        rest = penalty.rest();
        this.pace = pace;
        this.beta = beta;
        this.nesterov = nesterov;
        x = start.weights().clone();
        v = new double[x.length];
        gradient = new double[x.length];
        ahead = nesterov ? x.clone() : x;
        intercept = start.intercept();
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        rows.multiply(batch, m, ahead, out);
        double constant = nesterov ? intercept + beta * interceptMove : intercept;
        for (int k = 0; k < m; k++) {
            out[k] += constant;
        }
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double sum) {
        double eta = pace.next();
        int d = x.length;
        Arrays.fill(gradient, 0);
        rows.addTransposed(batch, m, pulls, gradient);
        if (l2 > 0) {
            Vectors.axpy(d, l2, ahead, 0, gradient, 0);
        }
        for (int j = 0; j < d; j++) {
            v[j] = beta * v[j] - eta * gradient[j];
        }
        if (rest == null) {
            Vectors.axpy(d, 1, v, 0, x, 0);
        } else {
            proximal(rest, eta);
        }
        interceptMove = beta * interceptMove - eta * sum;
        intercept += interceptMove;
        if (nesterov) {
            System.arraycopy(x, 0, ahead, 0, d);
            Vectors.axpy(d, beta, v, 0, ahead, 0);
        }
    }

    private void proximal(Penalty part, double eta) {
        for (int j = 0; j < x.length; j++) {
            gradient[j] = x[j] + v[j];
        }
        part.prox(gradient, eta, gradient);
        for (int j = 0; j < x.length; j++) {
            v[j] = gradient[j] - x[j];
            x[j] = gradient[j];
        }
    }

    @Override
    public void settle() {
        // nothing is ever outstanding
    }

    @Override
    public double[] weights() {
        return x;
    }

    @Override
    public double intercept() {
        return intercept;
    }
}
