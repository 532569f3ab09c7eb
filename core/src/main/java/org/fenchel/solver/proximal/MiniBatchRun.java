package org.fenchel.solver.proximal;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.fenchel.data.RowGram;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Vectors;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.step.BatchColumns;
import org.fenchel.solver.step.CaughtUpIterate;
import org.fenchel.solver.step.Iterate;
import org.fenchel.solver.step.ScaledIterate;
import org.jspecify.annotations.Nullable;

/**
 * Proximal steps on mini-batches; one pass over the rows a step of the run.
 *
 * <p>Four ways to take the same step: a single row without a penalty other than l2 is one scalar prox, with a separable one it is
 * a few ({@link PenalisedRow}); a small batch without kinks is Newton on its kernel matrix ({@link KernelNewton}); everything else goes to {@link ProximalSubproblem}. On sparse rows
 * each touches only the batch's columns.
 */
final class MiniBatchRun implements Run<Linear> {
    /** Batches up to this size are tried on their kernel matrix first. */
    private static final int LARGEST_KERNEL = 48;
    /** For single rows in random order: weight, offset, target and squared norm lie together, one cache line instead of four. */
    private static final int FACTS = 4;

    private final FiniteSum problem;
    private final Rows rows;
    private final Loss loss;
    private final double l2;
    private final boolean intercept;
    private final double[] shares;
    private final double[] targets;
    private final double[] offsets;
    private final ProximalPoint method;
    private final double firstStep;
    private final UniformRandomProvider random;
    private final int[] order;
    private final double[] squaredNorms;
    private final double[] rowFacts;
    private final Iterate iterate;
    private final @Nullable ScaledIterate scaled;
    private final @Nullable KernelNewton kernelNewton;
    private final @Nullable PenalisedRow penalisedRow;
    private final double[] row;
    private final BatchColumns columns;
    private final double[] before;
    private final double[] duals;
    private final double[] x0;

    private final int[] batch;
    private final double[] q;
    private final double[] weight;
    private final double[] y;
    private final double[] kernel;
    private final RowGram gram;

    private final @Nullable IterateAverage average;
    private @Nullable ProximalSubproblem subproblem;
    private @Nullable Certifier certifier;
    private double c;
    private double certifiedIntercept;
    private long steps;
    private int passes;
    private boolean finite = true;

    MiniBatchRun(FiniteSum problem, ProximalPoint method, long seed, Linear start) {
        this.problem = problem;
        this.method = method;
        rows = problem.rows();
        loss = problem.loss();
        l2 = problem.penalty().l2();
        intercept = problem.intercept();
        shares = problem.shares();
        targets = problem.targets();
        offsets = problem.offsets();
        firstStep = method.step() == 0 ? 1 : method.step();
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        int n = problem.n();
        int m = method.batch();
        order = new int[n];
        Arrays.setAll(order, i -> i);
        squaredNorms = new double[n];
        Arrays.setAll(squaredNorms, rows::squaredNorm);
        iterate = iterate(problem.penalty(), start.weights());
        rowFacts = new double[m == 1 ? FACTS * n : 0];
        if (m == 1) {
            for (int i = 0; i < n; i++) {
                rowFacts[FACTS * i] = n * shares[i];
                rowFacts[FACTS * i + 1] = offsets[i];
                rowFacts[FACTS * i + 2] = targets[i];
                rowFacts[FACTS * i + 3] = squaredNorms[i];
            }
        }
        scaled = iterate instanceof ScaledIterate plain ? plain : null;
        boolean small = m <= LARGEST_KERNEL && loss.differentiable() && scaled != null;
        kernelNewton = small && m > 1 ? new KernelNewton(loss, m) : null;
        penalisedRow =
                m == 1 && problem.penalty() instanceof Separable separable ? new PenalisedRow(loss, separable) : null;
        row = new double[penalisedRow == null ? 0 : problem.d()];
        kernel = new double[small ? m * m : 0];
        gram = new RowGram(rows);
        columns = new BatchColumns(rows, iterate instanceof WholeIterate);
        before = new double[n];
        duals = new double[n];
        x0 = new double[problem.d()];
        batch = new int[m];
        q = new double[m];
        weight = new double[m];
        y = new double[m];
        c = intercept ? start.intercept() : 0;
        certifiedIntercept = c;
        average = method.average() ? new IterateAverage(problem.d()) : null;
    }

    private static Iterate iterate(Penalty penalty, double[] start) {
        if (!(penalty instanceof Separable separable)) {
            return new WholeIterate(start);
        }
        return PenaltyTerm.isPlain(penalty)
                ? new ScaledIterate(separable.l2(), start)
                : new CaughtUpIterate(separable, start);
    }

    @Override
    public void step() {
        int n = order.length;
        if (method.order() == RowOrder.SHUFFLED) {
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
        }
        if (average != null) {
            average.beginPass(passes);
        }
        double lastEta = Double.NaN;
        double shrunk = 1;
        for (int from = 0; from < n; from += method.batch()) {
            int m = Math.min(method.batch(), n - from);
            double eta = firstStep * method.schedule().factor(++steps);
            if (method.batch() == 1 && scaled != null) {
                if (eta != lastEta) {
                    lastEta = eta;
                    shrunk = 1 / (1 + eta * l2);
                }
                single(order[from], eta, shrunk, scaled);
            } else if (penalisedRow != null) {
                batch[0] = order[from];
                penalised(order[from], n * shares[order[from]], eta, penalisedRow);
            } else {
                System.arraycopy(order, from, batch, 0, m);
                double factor = (double) n / m;
                if (kernelNewton == null || scaled == null || !onKernel(m, factor, eta, kernelNewton, scaled)) {
                    onSubproblem(m, factor, eta);
                }
            }
            if (average != null) {
                average.add(iterate, c);
            }
            if ((steps & 1023) == 0 && Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        iterate.settle();
        passes++;
        finite = Double.isFinite(c)
                && Double.isFinite(Vectors.dot(x0.length, iterate.weights(), 0, iterate.weights(), 0));
    }

    /** One row: the whole step is the loss's own prox. Cost: the row's entries three times, and the prox. */
    private void single(int i, double eta, double shrunk, ScaledIterate at) {
        int facts = FACTS * i;
        double w = rowFacts[facts];
        double constant = c + rowFacts[facts + 1];
        double y = rowFacts[facts + 2];
        double linear = at.scale() * rows.dot(i, at.z());
        before[i] = linear + constant;
        double center = linear * shrunk + constant;
        double reach = w * eta * (rowFacts[facts + 3] * shrunk + (intercept ? 1 : 0));
        at.shrink(eta);
        if (reach > 0) {
            double dual = loss.proxDerivative(center, reach, y);
            duals[i] = dual;
            rows.axpy(-eta * shrunk * w * dual / at.scale(), i, at.z());
            if (intercept) {
                c -= eta * w * dual;
            }
        } else {
            duals[i] = loss.derivative(center, y);
        }
    }

    private void penalised(int i, double w, double eta, PenalisedRow step) {
        columns.of(batch, 1);
        int[] touched = columns.columns();
        int count = columns.count();
        iterate.read(touched, count, x0);
        double constant = c + offsets[i];
        before[i] = rows.dot(i, x0) + constant;
        rows.axpy(1, i, row);
        double dual = step.solve(touched, count, row, x0, constant, targets[i], w, eta, intercept ? eta : 0, duals[i]);
        duals[i] = dual;
        iterate.write(touched, count, x0, eta);
        if (intercept) {
            c -= eta * w * dual;
        }
        for (int k = 0; k < count; k++) {
            x0[touched[k]] = 0;
            row[touched[k]] = 0;
        }
    }

    private boolean onKernel(int m, double factor, double eta, KernelNewton newton, ScaledIterate at) {
        double shrunk = 1 / (1 + eta * l2);
        double ones = intercept ? eta : 0;
        for (int k = 0; k < m; k++) {
            int i = batch[k];
            double linear = at.scale() * rows.dot(i, at.z());
            double constant = c + offsets[i];
            before[i] = linear + constant;
            q[k] = linear * shrunk + constant;
            weight[k] = factor * shares[i];
            y[k] = targets[i];
            kernel[k * m + k] = eta * shrunk * squaredNorms[i] + ones;
        }
        gram.fill(batch, m, eta * shrunk, ones, kernel);
        if (!newton.solve(m, q, weight, kernel, y)) {
            return false;
        }
        at.shrink(eta);
        double total = 0;
        for (int k = 0; k < m; k++) {
            int i = batch[k];
            double dual = newton.alpha[k];
            duals[i] = dual;
            double pull = weight[k] * dual;
            total += pull;
            rows.axpy(-eta * shrunk * pull / at.scale(), i, at.z());
        }
        if (intercept) {
            c -= eta * total;
        }
        return true;
    }

    private void onSubproblem(int m, double factor, double eta) {
        ProximalSubproblem step = subproblem;
        if (step == null) {
            step = new ProximalSubproblem(problem, method.batch(), null);
            subproblem = step;
        }
        columns.of(batch, m);
        iterate.read(columns.columns(), columns.count(), x0);
        rows.multiply(batch, m, x0, q);
        for (int k = 0; k < m; k++) {
            before[batch[k]] = q[k] + c + offsets[batch[k]];
        }
        step.choose(batch, m, shares, factor, columns.columns(), columns.count());
        step.around(x0, c, eta);
        step.solve(x0);
        step.storeDuals(duals);
        iterate.write(columns.columns(), columns.count(), step.solution(), eta);
        c = step.solutionIntercept();
        for (int k = 0; k < columns.count(); k++) {
            x0[columns.columns()[k]] = 0;
        }
    }

    @Override
    public Linear solution() {
        return new Linear(weights().clone(), certifiedIntercept);
    }

    private double[] weights() {
        return average != null && passes > 0 ? average.mean() : iterate.weights();
    }

    @Override
    public Certificate certificate() {
        Certifier judge = certifier;
        if (judge == null) {
            judge = new Certifier(problem);
            certifier = judge;
        }
        double guess = average != null && passes > 0 ? average.meanIntercept() : c;
        Certificate certificate = judge.certify(weights(), guess, passes == 0 ? null : duals);
        certifiedIntercept = judge.intercept();
        return certificate;
    }

    @Override
    public double passes() {
        return passes;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return passes == 0 ? OptionalDouble.empty() : OptionalDouble.of(problem.meanLoss(before));
    }

    @Override
    public Health health() {
        return finite ? Health.WELL : Health.OVERFLOW;
    }
}
