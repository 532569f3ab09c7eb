package org.fenchel.solver.proximal;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorCertifier;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run;
import org.fenchel.solver.step.BatchColumns;
import org.fenchel.solver.step.CaughtUpIterate;
import org.fenchel.solver.step.Iterate;
import org.fenchel.solver.step.OneRow;
import org.fenchel.solver.step.RowSampler;
import org.fenchel.solver.step.ScaledIterate;
import org.jspecify.annotations.Nullable;

/**
 * Passes of exact proximal steps on mini-batches for several margins a row. The dual of a step has K variables for each row of the
 * batch, and is maximised row by row, each exactly, until none moves any more; one row without l1 or bounds is done in one go.
 *
 * <p>Cost of a sweep over the batch: the rows' entries 2 K times, and a prox a row. Sparse rows touch their own columns only.
 */
final class VectorMiniBatchRun implements Run<MultiLinear> {
    private static final int MOST_SWEEPS = 500;

    /** Duals are of the size of 1. */
    private static final double STILL = 1e-13;

    private final VectorSum problem;
    private final VectorLoss loss;
    private final ProximalPoint method;
    private final Separable penalty;
    private final int classes;
    private final boolean plain;
    private final double firstStep;
    private final RowSampler sampler;
    private final int[] batch;
    private final BatchColumns columns;
    private final Iterate iterate;
    private final OneRow one;
    private final double[] v;
    private final double[] x;
    private final double[] duals;
    private final double[] reaches;
    private final double[] intercepts;
    private final double[] certified;
    private final @Nullable IterateAverage average;
    private @Nullable VectorCertifier certifier;
    private double online;
    private double onlineShare;
    private long steps;
    private double passes;

    VectorMiniBatchRun(VectorSum problem, ProximalPoint method, Separable penalty, long seed, MultiLinear start) {
        this.problem = problem;
        this.method = method;
        this.penalty = penalty;
        loss = problem.loss();
        classes = problem.classes();
        plain = PenaltyTerm.isPlain(penalty);
        firstStep = method.step() > 0 ? method.step() : 1;
        sampler = new RowSampler(problem.all(), true, seed);
        int m = Math.min(method.batch(), problem.n());
        batch = new int[m];
        columns = new BatchColumns(problem.rows(), false);
        iterate = plain
                ? new ScaledIterate(penalty.l2(), start.weights(), classes)
                : new CaughtUpIterate(penalty, start.weights(), classes);
        one = new OneRow(problem.rows(), loss, classes);
        v = new double[start.weights().length];
        x = plain ? v : new double[v.length];
        duals = new double[m * classes];
        reaches = new double[m];
        intercepts = start.intercepts().clone();
        certified = start.intercepts().clone();
        average = method.average() ? new IterateAverage(problem.d(), classes) : null;
    }

    @Override
    public void step() {
        int n = problem.n();
        int[] visits = method.order() == RowOrder.SHUFFLED ? sampler.pass() : problem.all();
        if (average != null) {
            average.beginPass((int) Math.min(Integer.MAX_VALUE, Math.round(passes)));
        }
        online = 0;
        onlineShare = 0;
        int done = 0;
        while (done < n) {
            int m = Math.min(batch.length, n - done);
            System.arraycopy(visits, done, batch, 0, m);
            take(m, firstStep * method.schedule().factor(++steps));
            done += m;
            if (average != null) {
                average.add(iterate, intercepts);
            }
            if ((steps & 1023) == 0 && Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        iterate.settle();
        passes += (double) done / n;
        System.arraycopy(average == null ? intercepts : average.meanIntercepts(), 0, certified, 0, classes);
    }

    /** One step: v = x_t - eta X'(s u) on the batch's columns, and x the penalty's prox of it. */
    private void take(int m, double eta) {
        columns.of(batch, m);
        iterate.read(columns.columns(), columns.count(), v);
        double kept = 1 / (1 + eta * penalty.l2());
        double scale = plain ? kept : 1;
        prox(eta);
        double constant = problem.intercept() ? 1 : 0;
        for (int r = 0; r < m; r++) {
            reaches[r] = eta * share(r, m) * (kept * problem.rows().squaredNorm(batch[r]) + constant);
        }
        meet(m);
        Arrays.fill(duals, 0, m * classes, 0);
        boolean moving = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && moving; sweep++) {
            double farthest = 0;
            for (int r = 0; r < m; r++) {
                if (reaches[r] > 0) {
                    farthest = Math.max(farthest, visit(r, m, eta, scale));
                }
            }
            moving = farthest > STILL * STILL && !(plain && m == 1);
        }
        if (plain) {
            for (int c = 0; c < columns.count(); c++) {
                int from = columns.columns()[c] * classes;
                for (int at = from; at < from + classes; at++) {
                    v[at] *= kept;
                }
            }
        }
        iterate.write(columns.columns(), columns.count(), x, eta);
    }

    /** Remembers the losses of the rows before they are used. */
    private void meet(int m) {
        for (int r = 0; r < m; r++) {
            int i = batch[r];
            // before the prox of this step, weights are those of v: the two differ by a step's shrinking
            double[] z = one.margins(i, v, 1, intercepts);
            online += problem.shares()[i] * loss.value(classes, z, 0, problem.targets()[i]);
            onlineShare += problem.shares()[i];
        }
    }

    private double share(int r, int m) {
        return problem.shares()[batch[r]] * problem.n() / m;
    }

    private double visit(int r, int m, double eta, double scale) {
        one.margins(batch[r], x, scale, intercepts);
        double square = one.maximise(duals, r * classes, reaches[r], problem.targets()[batch[r]]);
        double factor = -eta * share(r, m);
        for (int k = 0; k < classes && problem.intercept(); k++) {
            intercepts[k] += factor * one.change()[k];
        }
        one.add(factor, v);
        prox(eta);
        return square;
    }

    /** x from v on the batch's columns, but for the factor that l2 alone would be. */
    private void prox(double eta) {
        if (plain) {
            return;
        }
        for (int c = 0; c < columns.count(); c++) {
            int from = columns.columns()[c] * classes;
            for (int at = from; at < from + classes; at++) {
                x[at] = penalty.prox(v[at], eta);
            }
        }
    }

    private double[] weights() {
        return average != null && passes > 0 ? average.mean() : iterate.weights();
    }

    @Override
    public MultiLinear solution() {
        return new MultiLinear(weights().clone(), certified.clone());
    }

    @Override
    public Certificate certificate() {
        VectorCertifier judge = certifier;
        if (judge == null) {
            judge = new VectorCertifier(problem);
            certifier = judge;
        }
        Certificate certificate = judge.certify(weights(), certified, null);
        System.arraycopy(judge.intercepts(), 0, certified, 0, classes);
        return certificate;
    }

    @Override
    public double passes() {
        return passes;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return onlineShare == 0 ? OptionalDouble.empty() : OptionalDouble.of(online / onlineShare);
    }

    @Override
    public Health health() {
        return Health.WELL;
    }
}
