package org.fenchel.problem.lowrank;

import org.fenchel.kernel.Vectors;

/**
 * The smooth lower neighbour of a fit, f_g(z) = min_x { f(x) + |x - z|^2 / (2 g) }, that is sup_u { u'z - f*(u) - g |u|^2 / 2 }: Nesterov's
 * smoothing with the Euclidean norm. For the norm of residuals it is Huber's function of that norm, for the mean of absolute residuals
 * the mean of Huber's function with delta = g / N. Its subgradients are dual vectors of f itself, and f - f_g is between 0 and g max|u|^2 / 2.
 *
 * @param fit f
 * @param step g, positive
 */
public record MoreauEnvelope(DataFit fit, double step) implements DataFit {
    @Override
    public double value(double[] z, double[] b) {
        double[] x = new double[b.length];
        fit.prox(z, step, b, x);
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            sum += (x[k] - z[k]) * (x[k] - z[k]);
        }
        return fit.value(x, b) + sum / (2 * step);
    }

    @Override
    public void gradient(double[] z, double[] b, double[] out) {
        fit.proxGradient(z, step, b, out);
    }

    @Override
    public void prox(double[] z, double by, double[] b, double[] out) {
        double[] x = new double[b.length];
        fit.prox(z, step + by, b, x);
        double share = by / (step + by);
        for (int k = 0; k < b.length; k++) {
            out[k] = z[k] + share * (x[k] - z[k]);
        }
    }

    @Override
    public void proxGradient(double[] z, double by, double[] b, double[] out) {
        fit.proxGradient(z, step + by, b, out);
    }

    @Override
    public double conjugate(double[] u, double scale, double[] b) {
        return fit.conjugate(u, scale, b) + 0.5 * step * scale * scale * Vectors.dot(u.length, u, 0, u, 0);
    }

    @Override
    public void projectDual(double[] u, double[] b) {
        fit.projectDual(u, b);
    }

    @Override
    public double smoothness(int count) {
        return Math.min(1 / step, fit.smoothness(count));
    }
}
