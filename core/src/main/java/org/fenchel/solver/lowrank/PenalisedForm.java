package org.fenchel.solver.lowrank;

import java.util.Arrays;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.lowrank.DataFit;

/**
 * The penalised reformulation (53), with z a copy of the fitted entries:
 *
 * <pre>{@code min over x, v >= ||x||_*, z, max over |w| <= 1 of f(z) + nuclear v + rho <z - Px, w>.}</pre>
 *
 * <p>F = [-rho P'w; rho w; -rho (z - Px)], the exact block is [z; w], with f as a composite part of z. L = rho sqrt(tw (tx + tz)). Its value is the fit's own once rho is at
 * least the norm of a dual solution; -rho w is the dual vector.
 *
 * @param fit f
 * @param b observed
 * @param rho the penalty
 * @param matrixWeight tx
 * @param copyWeight tz
 * @param ballWeight tw
 */
record PenalisedForm(DataFit fit, double[] b, double rho, double matrixWeight, double copyWeight, double ballWeight)
        implements FitForm {
    @Override
    public FitField at(FitPoint point) {
        int n = b.length;
        double[] sparse = new double[n];
        double[] exact = new double[2 * n];
        for (int e = 0; e < n; e++) {
            double w = point.exact()[n + e];
            sparse[e] = -rho * w;
            exact[e] = rho * w;
            exact[n + e] = -rho * (point.exact()[e] - point.fitted()[e]);
        }
        return new FitField(sparse, exact);
    }

    @Override
    public double lipschitz() {
        return rho * Math.sqrt(ballWeight * (matrixWeight + copyWeight));
    }

    @Override
    public int exactLength() {
        return 2 * b.length;
    }

    @Override
    public double[] start(double[] fitted) {
        double[] start = new double[2 * b.length];
        System.arraycopy(fitted, 0, start, 0, b.length);
        return start;
    }

    @Override
    public double[] map(double[] centre, double gamma, double[] field) {
        int n = b.length;
        double[] out = new double[2 * n];
        double[] z = new double[n];
        for (int e = 0; e < n; e++) {
            z[e] = centre[e] - gamma * copyWeight * field[e];
            out[n + e] = centre[n + e] - gamma * ballWeight * field[n + e];
        }
        fit.prox(z, gamma * copyWeight, b, z);
        System.arraycopy(z, 0, out, 0, n);
        double size = Math.sqrt(Vectors.dot(n, out, n, out, n));
        for (int e = n; size > 1 && e < 2 * n; e++) {
            out[e] /= size;
        }
        return out;
    }

    @Override
    public double distance(double[] from, double[] to) {
        int n = b.length;
        return SaddleForm.squaredDistance(from, to, 0, n) / (2 * copyWeight)
                + SaddleForm.squaredDistance(from, to, n, 2 * n) / (2 * ballWeight);
    }

    @Override
    public double product(double[] field, double[] exact) {
        double[] z = Arrays.copyOf(exact, b.length);
        return Vectors.dot(exact.length, field, 0, exact, 0) + fit.value(z, b);
    }

    @Override
    public double[] dual(FitPoint point) {
        double[] u = new double[b.length];
        Vectors.axpy(b.length, -rho, point.exact(), b.length, u, 0);
        return u;
    }

    /**
     * Whether the back-projection z = Px raises the penalised objective at w's best, so that rho is too small.
     */
    boolean tooSmall(FitPoint point) {
        double[] z = Arrays.copyOf(point.exact(), b.length);
        double away = Math.sqrt(SaddleForm.squaredDistance(z, point.fitted(), 0, b.length));
        double penalised = fit.value(z, b) + rho * away;
        return fit.value(point.fitted(), b) > penalised + 1e-12 * Math.abs(penalised);
    }
}
