package org.fenchel.solver.stochastic;

import org.fenchel.data.Rows;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.step.ScaledIterate;

/**
 * Plain gradient steps with no penalty but l2: w = scale z, so that (1 - eta l2) w is one multiplication. Cost of a step: the rows'
 * entries twice. Needs eta l2 below 1, or the scale would vanish or change its sign.
 */
final class ScaledDescent implements Descent {
    private final Rows rows;
    private final double l2;
    private final Pace pace;
    private final ScaledIterate iterate;
    private double intercept;

    ScaledDescent(FiniteSum problem, Pace pace, Linear start) {
        rows = problem.rows();
        l2 = problem.penalty().l2();
        this.pace = pace;
        iterate = new ScaledIterate(l2, start.weights());
        intercept = start.intercept();
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        rows.multiply(batch, m, iterate.z(), out);
        double scale = iterate.scale();
        for (int k = 0; k < m; k++) {
            out[k] = scale * out[k] + intercept;
        }
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double sum) {
        double eta = pace.next();
        if (l2 > 0) {
            iterate.multiply(1 - eta * l2);
        }
        double factor = -eta / iterate.scale();
        for (int k = 0; k < m; k++) {
            pulls[k] *= factor;
        }
        rows.addTransposed(batch, m, pulls, iterate.z());
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
