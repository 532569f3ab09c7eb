package org.fenchel.solver.proximal;

import org.fenchel.kernel.Shards;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;

/**
 * The losses of a batch as Newton's method sees them: as they are where they have derivatives everywhere, else their Moreau
 * envelopes of width mu around duals z,
 *
 * <pre>e_k(u) = max_a { a u - l*(a, y_k) - mu/2 (a - z_k)^2 },   e_k'(u) = alpha_k = prox_(l* / mu)(z_k + u / mu),</pre>
 *
 * which are smooth, finite at every margin, and touch the loss where z_k is its derivative. In either case alpha is a feasible
 * dual.
 */
final class LossEnvelope {
    private final Loss loss;
    private final boolean wanted;
    private final double[] centre;
    private final double[] targets;
    private final double[] share;
    /** First derivatives after {@link #evaluate}. */
    final double[] alpha;
    /** Second derivatives after {@link #evaluate}. */
    final double[] second;

    private double mu;

    /**
     * @param targets of the batch's rows, filled in by the caller
     * @param share weights of the batch's rows, filled in by the caller
     */
    LossEnvelope(FiniteSum problem, double[] targets, double[] share) {
        loss = problem.loss();
        wanted = isWanted(problem);
        this.targets = targets;
        this.share = share;
        centre = new double[targets.length];
        alpha = new double[targets.length];
        second = new double[targets.length];
    }

    private static boolean isWanted(FiniteSum problem) {
        if (!problem.loss().differentiable()) {
            return true;
        }
        for (double y : problem.targets()) {
            if (problem.loss().domainLow(y) > Double.NEGATIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is an envelope, for kinks or an open domain. */
    boolean isWanted() {
        return wanted;
    }

    /** Whether this is a feasible dual of row k of the batch. */
    boolean feasible(int k, double dual) {
        return dual >= loss.dualLow(targets[k]) && dual <= loss.dualHigh(targets[k]);
    }

    /** Sets the width; without effect where no envelope is wanted. */
    void width(double newMu) {
        mu = wanted ? newMu : 0;
    }

    /** Multiplies the width. */
    void narrow(double factor) {
        mu *= factor;
    }

    /** Centres at the feasible duals nearest to 0. */
    void start(int m) {
        for (int k = 0; k < m; k++) {
            centre[k] = wanted ? Math.min(Math.max(0, loss.dualLow(targets[k])), loss.dualHigh(targets[k])) : 0;
        }
    }

    /** Centres at the duals of the last {@link #evaluate}. */
    void recentre(int m) {
        System.arraycopy(alpha, 0, centre, 0, m);
    }

    /** Derivatives at margins u. */
    void evaluate(int m, double[] u) {
        if (mu == 0) {
            loss.derivatives(m, u, targets, alpha, second);
            return;
        }
        int shards = Shards.ofLosses(m);
        if (shards == 1) {
            evaluate(0, m, u);
        } else {
            Shards.run(shards, s -> evaluate(Shards.start(s, shards, m), Shards.start(s + 1, shards, m), u));
        }
    }

    private void evaluate(int from, int to, double[] u) {
        for (int k = from; k < to; k++) {
            double w = centre[k] + u[k] / mu;
            alpha[k] = loss.conjugateProx(w, 1 / mu, targets[k]);
            second[k] = (1 - loss.proxSlope(mu * w, mu, targets[k])) / mu;
        }
    }

    /** Weighted sum of the envelopes at u + t du. */
    double value(int m, double[] u, double t, double[] du) {
        int shards = Shards.ofLosses(m);
        return shards == 1
                ? value(0, m, u, t, du)
                : Shards.sum(shards, s -> value(Shards.start(s, shards, m), Shards.start(s + 1, shards, m), u, t, du));
    }

    private double value(int from, int to, double[] u, double t, double[] du) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            double at = u[k] + t * du[k];
            if (mu == 0) {
                sum += share[k] * loss.value(at, targets[k]);
            } else {
                double dual = loss.conjugateProx(centre[k] + at / mu, 1 / mu, targets[k]);
                double off = dual - centre[k];
                sum += share[k] * (dual * at - loss.conjugate(dual, targets[k]) - mu / 2 * off * off);
            }
        }
        return sum;
    }

    /** Slope of {@link #value} in t; for envelopes only. */
    double slope(int m, double[] u, double t, double[] du) {
        int shards = Shards.ofLosses(m);
        return shards == 1
                ? slope(0, m, u, t, du)
                : Shards.sum(shards, s -> slope(Shards.start(s, shards, m), Shards.start(s + 1, shards, m), u, t, du));
    }

    private double slope(int from, int to, double[] u, double t, double[] du) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            double w = centre[k] + (u[k] + t * du[k]) / mu;
            sum += share[k] * loss.conjugateProx(w, 1 / mu, targets[k]) * du[k];
        }
        return sum;
    }

    /** Weighted sum of the losses' Fenchel-Young residuals at these margins and the duals of the last {@link #evaluate}. */
    double gap(int m, double[] margins) {
        double sum = 0;
        for (int k = 0; k < m; k++) {
            double y = targets[k];
            double residual = loss.value(margins[k], y) + loss.conjugate(alpha[k], y) - alpha[k] * margins[k];
            sum += share[k] * Math.max(0, residual);
        }
        return sum;
    }

    /** {@code mu/2 sum w (alpha - z)^2}: how far the duals are from their centres, in the units of the objective. */
    double movement(int m) {
        if (mu == 0) {
            return 0;
        }
        double sum = 0;
        for (int k = 0; k < m; k++) {
            double off = alpha[k] - centre[k];
            sum += mu / 2 * share[k] * off * off;
        }
        return sum;
    }
}
