package org.fenchel.solver.stochastic;

import org.fenchel.data.Rows;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.step.BatchColumns;
import org.fenchel.solver.step.CaughtUpIterate;

/**
 * Plain gradient steps on sparse rows with a separable penalty: a column that a batch does not touch catches up with its l2, its
 * prox and its bounds when it is next read. Cost of a step: the rows' entries a few times. Needs eta l2 below 1.
 */
final class LazyDescent implements Descent {
    private final Rows rows;
    private final double l2;
    private final Separable rest;
    private final Pace pace;
    private final BatchColumns columns;
    private final CaughtUpIterate iterate;
    private final double[] x;
    private double intercept;

    /**
     * @param rest the problem's penalty without its l2
     */
    LazyDescent(FiniteSum problem, Separable rest, Pace pace, Linear start) {
        rows = problem.rows();
        l2 = problem.penalty().l2();
        this.rest = rest;
        this.pace = pace;
        columns = new BatchColumns(rows, false);
        iterate = new CaughtUpIterate(rest, start.weights());
        x = new double[problem.d()];
        intercept = start.intercept();
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        columns.of(batch, m);
        iterate.read(columns.columns(), columns.count(), x);
        rows.multiply(batch, m, x, out);
        for (int k = 0; k < m; k++) {
            out[k] += intercept;
        }
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double sum) {
        double eta = pace.next();
        int[] touched = columns.columns();
        int count = columns.count();
        double kept = 1 - eta * l2;
        for (int k = 0; k < count; k++) {
            x[touched[k]] *= kept;
        }
        for (int k = 0; k < m; k++) {
            pulls[k] *= -eta;
        }
        rows.addTransposed(batch, m, pulls, x);
        for (int k = 0; k < count; k++) {
            x[touched[k]] = rest.prox(x[touched[k]], eta);
        }
        iterate.write(touched, count, x, eta * rest.l1() / kept, 1 / kept);
        intercept -= eta * sum;
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
    public double intercept() {
        return intercept;
    }
}
