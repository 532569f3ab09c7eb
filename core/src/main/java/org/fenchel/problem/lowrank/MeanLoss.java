package org.fenchel.problem.lowrank;

import org.fenchel.loss.Loss;

/**
 * The mean of a loss of single entries, f(z) = (1/N) sum_k l(z_k, b_k).
 *
 * @param loss whose domain is all numbers
 */
public record MeanLoss(Loss loss) implements DataFit {
    @Override
    public double value(double[] z, double[] b) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            sum += loss.value(z[k], b[k]);
        }
        return sum / b.length;
    }

    @Override
    public void gradient(double[] z, double[] b, double[] out) {
        for (int k = 0; k < b.length; k++) {
            out[k] = loss.derivative(z[k], b[k]) / b.length;
        }
    }

    @Override
    public void prox(double[] z, double step, double[] b, double[] out) {
        double each = step / b.length;
        for (int k = 0; k < b.length; k++) {
            out[k] = loss.prox(z[k], each, b[k]);
        }
    }

    @Override
    public void proxGradient(double[] z, double step, double[] b, double[] out) {
        double each = step / b.length;
        for (int k = 0; k < b.length; k++) {
            out[k] = loss.proxDerivative(z[k], each, b[k]) / b.length;
        }
    }

    @Override
    public double conjugate(double[] u, double scale, double[] b) {
        double by = scale * b.length;
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            // rounding in the product may leave the interval by an ulp
            double inside = Math.min(Math.max(by * u[k], loss.dualLow(b[k])), loss.dualHigh(b[k]));
            if (Math.abs(inside - by * u[k]) > 1e-9 * (1 + Math.abs(inside))) {
                return Double.POSITIVE_INFINITY;
            }
            sum += loss.conjugate(inside, b[k]);
        }
        return sum / b.length;
    }

    @Override
    public void projectDual(double[] u, double[] b) {
        for (int k = 0; k < b.length; k++) {
            double n = b.length;
            u[k] = Math.min(Math.max(n * u[k], loss.dualLow(b[k])), loss.dualHigh(b[k])) / n;
        }
    }

    @Override
    public double smoothness(int count) {
        return loss.smoothness() / count;
    }
}
