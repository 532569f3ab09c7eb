package org.fenchel.solver.stochastic;

import java.util.Arrays;
import org.fenchel.kernel.Vectors;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Solution.MultiLinear;
import org.jspecify.annotations.Nullable;

/**
 * Gradient steps on all weights, with momentum: v = beta v - eta g, x = x + v; Nesterov's gradient is that of x + beta v. Where there
 * is a prox, v becomes the way that x has really gone, so that the prox of a resting point is that of step eta and a fixed point is a
 * minimiser. Cost of a step: d beside the rows.
 */
final class MomentumDescent implements Descent {
    private final Design design;
    private final double l2;
    private final @Nullable Penalty rest;
    private final Pace pace;
    private final double beta;
    private final boolean nesterov;
    private final double[] x;
    private final double[] v;
    private final double[] gradient;
    private final double[] ahead;
    private final double[] intercepts;
    private final double[] interceptMoves;
    private final double[] interceptsAhead;

    MomentumDescent(Design design, SplitPenalty penalty, Pace pace, double beta, boolean nesterov, MultiLinear start) {
        this.design = design;
        l2 = penalty.l2();
        rest = penalty.rest();
        this.pace = pace;
        this.beta = beta;
        this.nesterov = nesterov;
        x = start.weights().clone();
        v = new double[x.length];
        gradient = new double[x.length];
        ahead = nesterov ? x.clone() : x;
        intercepts = start.intercepts().clone();
        interceptMoves = new double[intercepts.length];
        interceptsAhead = nesterov ? intercepts.clone() : intercepts;
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        design.margins(batch, m, ahead, 1, interceptsAhead, out);
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double[] sums) {
        double eta = pace.next();
        int d = x.length;
        Arrays.fill(gradient, 0);
        design.addTransposed(batch, m, pulls, gradient);
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
        for (int c = 0; c < intercepts.length; c++) {
            interceptMoves[c] = beta * interceptMoves[c] - eta * sums[c];
            intercepts[c] += interceptMoves[c];
        }
        if (nesterov) {
            System.arraycopy(x, 0, ahead, 0, d);
            Vectors.axpy(d, beta, v, 0, ahead, 0);
            for (int c = 0; c < intercepts.length; c++) {
                interceptsAhead[c] = intercepts[c] + beta * interceptMoves[c];
            }
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
    public double[] intercepts() {
        return intercepts;
    }
}
