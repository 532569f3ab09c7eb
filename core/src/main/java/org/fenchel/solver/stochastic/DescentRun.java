package org.fenchel.solver.stochastic;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.proximal.RowOrder;
import org.fenchel.solver.step.RowSampler;

/**
 * Passes of stochastic gradients, (n/m) sum s_i l'(z_i, y_i) x_i over the m rows of a batch, left to a {@link Descent}; a step of
 * the run is one pass. One row, a few or all rows are the same code.
 */
final class DescentRun implements Run<Linear> {
    private final FiniteSum problem;
    private final Descent descent;
    private final Standing standing;
    private final VisitedRows visited;
    private final RowSampler sampler;
    private final int[] all;
    private final boolean shuffled;
    private final int[] batch;
    private final double[] pulls;
    private long steps;
    private double passes;

    /**
     * @param batch rows of a step; 0 for all
     * @param start where the descent begins
     */
    DescentRun(FiniteSum problem, Descent descent, int batch, RowOrder order, long seed, Linear start) {
        this.problem = problem;
        this.descent = descent;
        int n = problem.n();
        int m = size(batch, n);
        standing = new Standing(problem, start);
        visited = new VisitedRows(problem);
        all = new int[n];
        Arrays.setAll(all, i -> i);
        sampler = new RowSampler(all, true, seed);
        shuffled = order == RowOrder.SHUFFLED && m < n; // a gradient of all rows knows no order but that of rounding
        this.batch = new int[m];
        pulls = new double[m];
    }

    /** Rows of a step where so many were asked for. */
    static int size(int batch, int n) {
        return batch == 0 ? n : Math.min(batch, n);
    }

    @Override
    public void step() {
        int n = all.length;
        int[] visits = shuffled ? sampler.pass() : all;
        visited.begin();
        int done = 0;
        boolean finite = true;
        while (done < n && finite) {
            int m = Math.min(batch.length, n - done);
            System.arraycopy(visits, done, batch, 0, m);
            finite = take(m);
            done += m;
            if ((++steps & 1023) == 0 && Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        descent.settle();
        standing.at(descent.weights(), descent.intercept(), finite);
        passes += (double) done / n;
    }

    /** One step; whether its derivatives are finite. */
    private boolean take(int m) {
        descent.margins(batch, m, pulls);
        double factor = (double) problem.n() / m;
        double sum = 0;
        for (int k = 0; k < m; k++) {
            int i = batch[k];
            double z = pulls[k] + problem.offsets()[i];
            visited.add(i, z);
            pulls[k] = factor * problem.shares()[i] * problem.loss().derivative(z, problem.targets()[i]);
            sum += pulls[k];
        }
        descent.descend(batch, m, pulls, problem.intercept() ? sum : 0);
        return Double.isFinite(sum);
    }

    @Override
    public Linear solution() {
        return standing.solution();
    }

    @Override
    public Certificate certificate() {
        return standing.certificate();
    }

    @Override
    public double passes() {
        return passes;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return visited.meanLoss();
    }

    @Override
    public Health health() {
        return standing.health();
    }
}
