package org.fenchel.solver.stochastic;

import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.solver.step.ScaledIterate;

/**
 * Plain gradient steps with no penalty but l2: w = scale z, so that (1 - eta l2) w is one multiplication. Cost of a step: the rows'
 * entries twice. Needs eta l2 below 1, or the scale would vanish or change its sign.
 */
final class ScaledDescent implements Descent {
    private final Design design;
    private final double l2;
    private final Pace pace;
    private final ScaledIterate iterate;
    private final double[] intercepts;

    ScaledDescent(Design design, double l2, Pace pace, MultiLinear start) {
        this.design = design;
        this.l2 = l2;
        this.pace = pace;
        iterate = new ScaledIterate(l2, start.weights());
        intercepts = start.intercepts().clone();
    }

    @Override
    public void margins(int[] batch, int m, double[] out) {
        design.margins(batch, m, iterate.z(), iterate.scale(), intercepts, out);
    }

    @Override
    public void descend(int[] batch, int m, double[] pulls, double[] sums) {
        double eta = pace.next();
        if (l2 > 0) {
            iterate.multiply(1 - eta * l2);
        }
        double factor = -eta / iterate.scale();
        int count = m * intercepts.length;
        for (int k = 0; k < count; k++) {
            pulls[k] *= factor;
        }
        design.addTransposed(batch, m, pulls, iterate.z());
        for (int c = 0; c < intercepts.length; c++) {
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
