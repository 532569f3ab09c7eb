package org.fenchel.solver.lowrank;

import org.fenchel.kernel.Vectors;
import org.fenchel.problem.lowrank.DataFit;

/**
 * The saddle point (48), min over x, v from ||x||_* on, max over u, w from f*(u) on of {@code <Px, u> - w + nuclear v}: F = [P'u; -Px], with the constant parts nuclear
 * for v and 1 for w. L = |P| sqrt(tx tu) = sqrt(tx tu).
 *
 * @param fit f
 * @param b observed
 * @param matrixWeight tx
 * @param dualWeight tu
 */
record SaddleForm(DataFit fit, double[] b, double matrixWeight, double dualWeight) implements FitForm {
    @Override
    public FitField at(FitPoint point) {
        double[] minus = new double[b.length];
        Vectors.axpy(b.length, -1, point.fitted(), 0, minus, 0);
        return new FitField(point.exact(), minus);
    }

    @Override
    public double lipschitz() {
        return Math.sqrt(matrixWeight * dualWeight);
    }

    @Override
    public int exactLength() {
        return b.length;
    }

    @Override
    public double[] start(double[] fitted) {
        double[] u = new double[b.length];
        fit.gradient(fitted, b, u);
        return u;
    }

    /** The prox of f* / step at u - field / step, with step = 1 / (gamma tu), by Moreau's identity. */
    @Override
    public double[] map(double[] centre, double gamma, double[] field) {
        double step = 1 / (gamma * dualWeight);
        double[] out = new double[b.length];
        for (int e = 0; e < b.length; e++) {
            out[e] = step * centre[e] - field[e];
        }
        fit.proxGradient(out, step, b, out);
        return out;
    }

    @Override
    public double distance(double[] from, double[] to) {
        return squaredDistance(from, to, 0, b.length) / (2 * dualWeight);
    }

    static double squaredDistance(double[] a, double[] b, int from, int to) {
        double sum = 0;
        for (int e = from; e < to; e++) {
            sum += (a[e] - b[e]) * (a[e] - b[e]);
        }
        return sum;
    }

    @Override
    public double product(double[] field, double[] exact) {
        return Vectors.dot(b.length, field, 0, exact, 0) + fit.conjugate(exact, 1, b);
    }

    @Override
    public double[] dual(FitPoint point) {
        return point.exact();
    }
}
