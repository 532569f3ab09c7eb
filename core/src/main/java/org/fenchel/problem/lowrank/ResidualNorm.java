package org.fenchel.problem.lowrank;

import org.fenchel.kernel.Vectors;

/**
 * The Euclidean norm of all residuals together, f(z) = |z - b|, neither squared nor scaled: the square-root lasso's fit, whose best
 * penalty does not depend on the size of the noise.
 */
public record ResidualNorm() implements DataFit {
    @Override
    public double value(double[] z, double[] b) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            sum += (z[k] - b[k]) * (z[k] - b[k]);
        }
        return Math.sqrt(sum);
    }

    @Override
    public void gradient(double[] z, double[] b, double[] out) {
        proxGradient(z, 0, b, out);
    }

    @Override
    public void prox(double[] z, double step, double[] b, double[] out) {
        double norm = value(z, b);
        double keep = norm > step ? 1 - step / norm : 0;
        for (int k = 0; k < b.length; k++) {
            out[k] = b[k] + keep * (z[k] - b[k]);
        }
    }

    @Override
    public void proxGradient(double[] z, double step, double[] b, double[] out) {
        double norm = Math.max(value(z, b), step);
        double scale = norm > 0 ? 1 / norm : 0;
        for (int k = 0; k < b.length; k++) {
            out[k] = scale * (z[k] - b[k]);
        }
    }

    @Override
    public double conjugate(double[] u, double scale, double[] b) {
        double size = Math.abs(scale) * Math.sqrt(Vectors.dot(u.length, u, 0, u, 0));
        return size <= 1 + 1e-12
                ? scale * Vectors.dot(b.length, u, 0, b, 0) / Math.max(1, size)
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public void projectDual(double[] u, double[] b) {
        double size = Math.sqrt(Vectors.dot(u.length, u, 0, u, 0));
        for (int k = 0; size > 1 && k < u.length; k++) {
            u[k] /= size;
        }
    }

    @Override
    public double smoothness(int count) {
        return Double.POSITIVE_INFINITY;
    }
}
