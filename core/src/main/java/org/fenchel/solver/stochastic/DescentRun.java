package org.fenchel.solver.stochastic;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run;
import org.fenchel.solver.proximal.RowOrder;
import org.fenchel.solver.step.RowSampler;

/**
 * Passes of stochastic gradients, (n/m) sum s_i l'(z_i, y_i) x_i over the m rows of a batch, left to a {@link Descent}; a step of
 * the run is one pass. One row, a few or all rows are the same code, and so are one margin a row or several.
 *
 * @param <S> the kind of solution
 */
final class DescentRun<S extends Solution> implements Run<S> {
    private final Descent descent;
    private final Standing<S> standing;
    private final RowLosses losses;
    private final boolean intercept;
    private final RowSampler sampler;
    private final int[] all;
    private final boolean shuffled;
    private final int[] batch;
    private final double[] pulls;
    private final double[] sums;
    private long steps;
    private double passes;

    private DescentRun(
            Standing<S> standing,
            RowLosses losses,
            Descent descent,
            boolean intercept,
            int m,
            RowOrder order,
            long seed) {
        this.standing = standing;
        this.losses = losses;
        this.descent = descent;
        this.intercept = intercept;
        int n = losses.rows();
        all = new int[n];
        Arrays.setAll(all, i -> i);
        sampler = new RowSampler(all, true, seed);
        shuffled = order == RowOrder.SHUFFLED && m < n; // a gradient of all rows knows no order but that of rounding
        batch = new int[m];
        pulls = new double[m * losses.outputs()];
        sums = new double[losses.outputs()];
    }

    /**
     * @param batch rows of a step; 0 for all
     * @param start where the descent begins
     */
    static DescentRun<Linear> of(
            FiniteSum problem, Descent descent, int batch, RowOrder order, long seed, Linear start) {
        return new DescentRun<>(
                Standing.of(problem, start),
                new ScalarLosses(problem),
                descent,
                problem.intercept(),
                size(batch, problem.n()),
                order,
                seed);
    }

    /** The same on several margins a row. */
    static DescentRun<MultiLinear> of(
            VectorSum problem, Descent descent, int batch, RowOrder order, long seed, MultiLinear start) {
        int m = size(batch, problem.n());
        return new DescentRun<>(
                Standing.of(problem, start),
                new VectorLosses(problem, m),
                descent,
                problem.intercept(),
                m,
                order,
                seed);
    }

    /** Rows of a step where so many were asked for. */
    static int size(int batch, int n) {
        return batch == 0 ? n : Math.min(batch, n);
    }

    /** A start in the form that descents of any number of outputs take. */
    static MultiLinear flat(Linear start) {
        return new MultiLinear(start.weights(), new double[] {start.intercept()});
    }

    @Override
    public void step() {
        int n = all.length;
        int[] visits = shuffled ? sampler.pass() : all;
        losses.begin();
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
        standing.at(descent.weights(), descent.intercepts(), finite);
        passes += (double) done / n;
    }

    /** One step; whether its derivatives are finite. */
    private boolean take(int m) {
        descent.margins(batch, m, pulls);
        losses.pull(batch, m, pulls, (double) all.length / m, sums);
        boolean finite = true;
        for (int c = 0; c < sums.length; c++) {
            finite &= Double.isFinite(sums[c]);
            sums[c] = intercept ? sums[c] : 0;
        }
        descent.descend(batch, m, pulls, sums);
        return finite;
    }

    @Override
    public S solution() {
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
        return losses.meanLoss();
    }

    @Override
    public Health health() {
        return standing.health();
    }
}
