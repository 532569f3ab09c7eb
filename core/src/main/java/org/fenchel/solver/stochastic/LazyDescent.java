package org.fenchel.solver.stochastic;

import org.fenchel.penalty.Separable;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.solver.step.BatchColumns;
import org.fenchel.solver.step.CaughtUpIterate;

/**
 * Plain gradient steps on sparse rows with a separable penalty: a column that a batch does not touch catches up with its l2, its
 * prox and its bounds when it is next read. Cost of a step: the rows' entries a few times. Needs eta l2 below 1.
 */
final class LazyDescent implements Descent {
    private final Design design;
    private final double l2;
    private final Separable rest;
    private final Pace pace;
    private final BatchColumns columns;
    private final CaughtUpIterate iterate;
    private final double[] x;
    private final double[] intercepts;

    /**
     * @param rest the problem's penalty without its l2
     */
    LazyDescent(Design design, double l2, Separable rest, Pace pace, MultiLinear start) {
        this.design = design;
        this.l2 = l2;
        this.rest = rest;
        this.pace = pace;
        columns = new BatchColumns(design.rows(), false);
        iterate = new CaughtUpIterate(rest, start.weights(), design.outputs());
        x = new double[start.weights().length];
        intercepts = start.intercepts().clone();
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        columns.of(batch, m);
        iterate.read(columns.columns(), columns.count(), x);
        design.margins(batch, m, x, 1, intercepts, out);
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double[] sums) {
        double eta = pace.next();
        int[] touched = columns.columns();
        int count = columns.count();
        double kept = 1 - eta * l2;
        int outputs = design.outputs();
        for (int k = 0; k < count; k++) {
            for (int j = touched[k] * outputs; j < (touched[k] + 1) * outputs; j++) {
                x[j] *= kept;
            }
        }
        for (int k = 0; k < m * outputs; k++) {
            pulls[k] *= -eta;
        }
        design.addTransposed(batch, m, pulls, x);
        for (int k = 0; k < count; k++) {
            for (int j = touched[k] * outputs; j < (touched[k] + 1) * outputs; j++) {
                x[j] = rest.prox(x[j], eta);
            }
        }
        iterate.write(touched, count, x, eta * rest.l1() / kept, 1 / kept);
        for (int c = 0; c < outputs; c++) {
            intercepts[c] -= eta * sums[c];
        }
    }

    @Override
    public void settle() {
        iterate.settle();
    }

    @Override
    public double[] weights() {
        return iterate.weights();
    }

    @Override
    public double[] intercepts() {
        return intercepts;
    }
}
