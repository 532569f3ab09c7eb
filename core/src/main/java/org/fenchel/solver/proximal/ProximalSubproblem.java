package org.fenchel.solver.proximal;

import org.fenchel.data.Rows;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;
import org.jspecify.annotations.Nullable;

/**
 * One exact proximal step over a batch of rows, solved through its dual by a semismooth Newton method:
 *
 * <pre>min_(x,c)  sum_k w_k l(a_k'x + c + o_k, y_k) + r(x) + ||x - x0||^2 / (2 eta) + (c - c0)^2 / (2 eta)</pre>
 *
 * <p>Unknowns are the m margins u. They give duals that are always feasible, alpha = l'(u), and these give the primal point
 * x = prox_(eta r)(x0 - eta A'(w alpha)), c = c0 - eta sum w alpha, with margins v = A x + c + o. The step is solved when
 * G = u - v vanishes. The Newton direction follows from (table of symbols below)
 *
 * <pre>((eta J)^-1 + A'EA) dx = A'E G,  du = A dx - G,   E = w l''(u),  J = the prox's generalised Jacobian</pre>
 *
 * over active columns, or from the m x m system on the side of the rows, whichever is smaller ({@link NewtonSystem}). A
 * backtracking search on the dual objective makes it converge from anywhere. The duality gap of the step is the sum of the
 * Fenchel-Young residuals w (l(v) + l*(alpha) - alpha v), each of them at least 0, with nothing that could cancel.
 *
 * <p>A loss with kinks is replaced by its Moreau envelope around a centre z: alpha = prox_(l* / mu)(z + u / mu), the proximal
 * method of multipliers. Moving the centre ({@link #recentre}) makes it exact; for piecewise linear losses after finitely many
 * moves.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>u, v</td><td>{@code u}, {@code v}: margins as unknowns, margins of the primal point</td></tr>
 * <tr><td>alpha, l''</td><td>{@code alpha}, {@code curvature}</td></tr>
 * <tr><td>A'(w alpha)</td><td>{@code gradient}, {@code gradientIntercept}</td></tr>
 * <tr><td>z, mu</td><td>{@code centre}, {@code mu} (0 for differentiable losses)</td></tr>
 * </table>
 *
 * <p>Sources: A. Shtoff, "Proximal Point with Mini Batches - Convex On Linear" (2020) for the dual of the step; R. Tomioka, T.
 * Suzuki, M. Sugiyama, "Super-linear convergence of dual augmented Lagrangian algorithm", JMLR 12 (2011) for penalties and
 * batches of all rows.
 */
final class ProximalSubproblem {
    private static final double SUFFICIENT = 1e-4;
    private static final int MOST_HALVINGS = 60;

    private final Rows rows;
    private final double[] allTargets;
    private final double[] allOffsets;
    private final Loss loss;
    private final PenaltyStep penalty;
    private final boolean intercept;
    private final double l2;
    private final NewtonSystem system;

    // the step to take
    private int[] batch = new int[0];
    private int m;
    private int[] columns = new int[0];
    private int count;
    private double[] x0 = new double[0];
    private double c0;
    private double eta;
    private final double[] share;
    private final double[] targets;
    private final double[] offsets;
    private double mu;
    private final double[] centre;

    // the state
    final double[] u;
    final double[] v;
    final double[] alpha;
    final double[] x;
    double c;
    private final double[] curvature;
    private final double[] gradient;
    private double gradientIntercept;
    private double error;
    private boolean valued;
    private double dual;
    private double gap;
    private double scale;

    // work space
    private final double @Nullable [] metric;
    private final double[] q;
    private final double[] weighted;
    private final double[] oldU;
    private final double[] residual;
    private final double[] direction;

    /**
     * @param capacity most rows of a batch
     * @param metric positive factors of the step size for each column, or null
     */
    ProximalSubproblem(FiniteSum problem, int capacity, double @Nullable [] metric) {
        rows = problem.rows();
        allTargets = problem.targets();
        allOffsets = problem.offsets();
        loss = problem.loss();
        intercept = problem.intercept();
        l2 = problem.penalty().l2();
        this.metric = metric;
        int d = problem.d();
        penalty = PenaltyStep.of(problem.penalty(), d, metric);
        system = new NewtonSystem(rows, intercept, penalty);
        share = new double[capacity];
        targets = new double[capacity];
        offsets = new double[capacity];
        centre = new double[capacity];
        u = new double[capacity];
        v = new double[capacity];
        alpha = new double[capacity];
        curvature = new double[capacity];
        weighted = new double[capacity];
        oldU = new double[capacity];
        residual = new double[capacity];
        direction = new double[capacity];
        x = new double[d];
        q = new double[d];
        gradient = new double[d];
    }

    /**
     * Chooses the rows of the next step.
     *
     * @param newBatch row numbers, the first {@code size} count; kept, not copied
     * @param weights weight of each row of the problem
     * @param factor multiplies the weights
     * @param newColumns the columns these rows touch (all for dense rows), ascending; kept, not copied
     */
    void choose(int[] newBatch, int size, double[] weights, double factor, int[] newColumns, int columnCount) {
        batch = newBatch;
        m = size;
        columns = newColumns;
        count = columnCount;
        for (int k = 0; k < m; k++) {
            int i = batch[k];
            share[k] = factor * weights[i];
            targets[k] = allTargets[i];
            offsets[k] = allOffsets[i];
        }
        system.choose(batch, m, columns, count);
    }

    /** Sets the point to stay near and the step size; x0 is kept, not copied. */
    void around(double[] newX0, double newC0, double newEta) {
        x0 = newX0;
        c0 = newC0;
        eta = newEta;
    }

    /**
     * Starts from the margins of x0, moved to where each row alone would have its margin after the step, which lies in the
     * loss's domain.
     */
    void startMargins() {
        rows.multiply(batch, m, x0, u);
        double typical = 0;
        for (int k = 0; k < m; k++) {
            double reach = reach(k);
            typical += reach / m;
            if (loss.domainLow(targets[k]) > Double.NEGATIVE_INFINITY) {
                u[k] = loss.prox(u[k] + c0 + offsets[k], Math.max(reach, 1e-300), targets[k]);
            } else {
                u[k] += c0 + offsets[k];
            }
        }
        mu = loss.differentiable() ? 0 : Math.max(0.1 * typical, 1e-12);
        if (mu > 0) {
            for (int k = 0; k < m; k++) {
                double low = loss.dualLow(targets[k]);
                double high = loss.dualHigh(targets[k]);
                centre[k] = Math.min(Math.max(loss.derivative(u[k], targets[k]), low), high);
            }
        }
    }

    /** How far a unit change of its dual moves the margin of the k-th row. */
    private double reach(int k) {
        return eta / (1 + eta * l2) * share[k] * (rows.squaredNorm(batch[k]) + (intercept ? 1 : 0));
    }

    /** Computes everything that follows from the margins u. Cost: two passes over the batch. */
    void evaluate() {
        if (mu > 0) {
            for (int k = 0; k < m; k++) {
                double w = centre[k] + u[k] / mu;
                alpha[k] = loss.conjugateProx(w, 1 / mu, targets[k]);
                curvature[k] = (1 - loss.proxSlope(mu * w, mu, targets[k])) / mu;
            }
        } else {
            loss.derivatives(m, u, targets, alpha, curvature);
        }
        for (int k = 0; k < count; k++) {
            gradient[columns[k]] = 0;
        }
        gradientIntercept = 0;
        for (int k = 0; k < m; k++) {
            weighted[k] = share[k] * alpha[k];
            gradientIntercept += weighted[k];
        }
        rows.addTransposed(batch, m, weighted, gradient);
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            q[j] = x0[j] - step(j) * gradient[j];
        }
        penalty.prox(q, columns, count, eta, x);
        c = intercept ? c0 - interceptStep() * gradientIntercept : c0;
        rows.multiply(batch, m, x, v);
        double largest = 0;
        for (int k = 0; k < m; k++) {
            v[k] += c + offsets[k];
            largest = Math.max(largest, Math.abs(u[k] - v[k]) / (1 + Math.abs(u[k])));
        }
        // Math.max passes NaN on, so that a residual that is not finite is not small
        error = largest;
        valued = false;
    }

    /** Dual objective (in minimisation form) and gap at the point of the last {@link #evaluate}. */
    private void values() {
        if (valued) {
            return;
        }
        valued = true;
        // x'(2q - x) instead of q'q - |x - q|^2: the two squares would cancel for large steps
        double moreau = 0;
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            moreau += (x[j] * (2 * q[j] - x[j]) - x0[j] * x0[j]) / (2 * step(j));
        }
        moreau -= penalty.value(columns, count, x);
        if (intercept) {
            moreau += (c - c0) * (c + c0) / (2 * interceptStep());
        }
        double conjugates = 0;
        double residuals = 0;
        double sizes = 0;
        for (int k = 0; k < m; k++) {
            double atU = envelope(k, u[k], alpha[k]);
            double atV = mu > 0 ? envelope(k, v[k]) : loss.value(v[k], targets[k]);
            conjugates += share[k] * (alpha[k] * (u[k] - offsets[k]) - atU);
            residuals += share[k] * Math.max(0, atV - atU - alpha[k] * (v[k] - u[k]));
            sizes += share[k] * Math.abs(atU);
        }
        dual = conjugates + moreau;
        gap = residuals;
        scale = 1 + sizes;
    }

    /** The intercept's own step: bounded, since rounding in the sum of the duals counts eta times. */
    private double interceptStep() {
        return Math.min(eta, 1e7);
    }

    private double step(int j) {
        return metric == null ? eta : eta * metric[j];
    }

    private double envelope(int k, double at) {
        double w = centre[k] + at / mu;
        return envelope(k, at, loss.conjugateProx(w, 1 / mu, targets[k]));
    }

    /** Value of the loss, or of its envelope, at a margin whose dual is known. */
    private double envelope(int k, double at, double dualAt) {
        if (mu == 0) {
            return loss.value(at, targets[k]);
        }
        double off = dualAt - centre[k];
        return dualAt * at - loss.conjugate(dualAt, targets[k]) - mu / 2 * off * off;
    }

    /**
     * One Newton step with its search. {@link #evaluate} must have been called.
     *
     * @return whether the step brought it closer; false at the limit of rounding
     */
    boolean improve() {
        for (int k = 0; k < m; k++) {
            residual[k] = u[k] - v[k];
            weighted[k] = share[k] * curvature[k];
        }
        double oldError = error;
        if (oldError == 0 || !system.direction(eta, interceptStep(), weighted, residual, oldError, direction)) {
            return false;
        }
        double slope = 0;
        double t = 1;
        for (int k = 0; k < m; k++) {
            slope += weighted[k] * direction[k] * residual[k];
            double low = loss.domainLow(targets[k]);
            if (u[k] + t * direction[k] <= low) {
                // stay inside the open domain: at most nine tenths of the way to its border
                t = 0.9 * (u[k] - low) / -direction[k];
            }
        }
        System.arraycopy(u, 0, oldU, 0, m);
        move(t);
        if (error <= 0.5 * oldError) {
            return true;
        }
        move(0);
        values();
        double oldDual = dual;
        double oldGap = gap;
        for (int halvings = 0; halvings < MOST_HALVINGS; halvings++) {
            move(t);
            values();
            if (gap <= 0.5 * oldGap || dual < oldDual + SUFFICIENT * t * slope) {
                return true;
            }
            t /= 2;
        }
        move(0);
        return false;
    }

    /** u = old u + t direction, evaluated. */
    private void move(double t) {
        for (int k = 0; k < m; k++) {
            u[k] = oldU[k] + t * direction[k];
        }
        evaluate();
    }

    /**
     * For losses with kinks: puts the centre of the envelope at the current duals and narrows it. Afterwards {@link #evaluate}
     * must be called.
     *
     * @param factor multiplies mu
     */
    void recentre(double factor) {
        for (int k = 0; k < m; k++) {
            // the point where alpha is a subgradient; there the new envelope has the same derivative
            u[k] = u[k] - mu * (alpha[k] - centre[k]);
            centre[k] = alpha[k];
        }
        mu *= factor;
    }

    /** Solves the step to the limit of rounding. Leaves the result in {@link #x}, {@link #c} and {@link #alpha}. */
    void solve() {
        startMargins();
        evaluate();
        for (int outer = 0; outer < 60; outer++) {
            boolean moving = true;
            for (int inner = 0; inner < 100 && moving; inner++) {
                moving = improve();
            }
            if (mu == 0 || trueGap() <= 1e-15 * scale) {
                return;
            }
            recentre(mu > 1e-9 ? 0.1 : 1);
            evaluate();
        }
    }

    /** The duality gap of the step with the loss itself in place of its envelope. */
    double trueGap() {
        if (mu == 0) {
            return gap();
        }
        double sum = 0;
        for (int k = 0; k < m; k++) {
            double y = targets[k];
            sum += share[k] * Math.max(0, loss.value(v[k], y) + loss.conjugate(alpha[k], y) - alpha[k] * v[k]);
        }
        return sum;
    }

    /** Duality gap of the step, of the enveloped loss where there is an envelope. */
    double gap() {
        values();
        return gap;
    }

    /** {@code ||x - x0||^2 / (2 eta) + (c - c0)^2 / (2 eta) + mu/2 sum w (alpha - z)^2}: how far this step has moved. */
    double movement() {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            sum += (x[j] - x0[j]) * (x[j] - x0[j]) / (2 * step(j));
        }
        sum += (c - c0) * (c - c0) / (2 * interceptStep());
        if (mu > 0) {
            for (int k = 0; k < m; k++) {
                double off = alpha[k] - centre[k];
                sum += mu / 2 * share[k] * off * off;
            }
        }
        return sum;
    }

    boolean finite() {
        return Double.isFinite(error) && Double.isFinite(c);
    }

    /** The duals of the batch's rows, to where the caller keeps all of them. */
    void storeDuals(double[] all) {
        for (int k = 0; k < m; k++) {
            all[batch[k]] = alpha[k];
        }
    }
}
