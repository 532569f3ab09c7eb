package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;

/**
 * A logistic loss for each class, its own against all others: l(z, y) = sum_k log(1 + exp(-s_k z_k)) with s_k = +1 for k = y and -1
 * elsewhere. One-vs-rest logistic regression, all classes in one problem; smoothness 1/4.
 *
 * <p>Each margin gives the probability of "this class or not" by itself; {@link #probabilities} divides these by their sum.
 */
@AutoService(VectorLoss.class)
@Described("a logistic loss for each class against the rest: sum_k log(1 + exp(-s_k z_k))")
public record Sigmoids() implements VectorLoss {
    private static final Logistic LOGISTIC = new Logistic();

    private static double sign(int j, double y) {
        return j == y ? 1 : -1;
    }

    @Override
    public double value(int k, double[] z, int zAt, double y) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += LOGISTIC.value(z[zAt + j], sign(j, y));
        }
        return sum;
    }

    @Override
    public double gradient(int k, double[] z, int zAt, double y, double[] out, int outAt) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            double sign = sign(j, y);
            double m = sign * z[zAt + j];
            double e = Math.exp(-Math.abs(m));
            sum += Math.max(-m, 0) + Math.log1p(e);
            out[outAt + j] = -sign * (m > 0 ? e : 1) / (1 + e);
        }
        return sum;
    }

    @Override
    public void product(int k, double[] u, int uAt, double y, double[] v, int vAt, double[] out, int outAt) {
        for (int j = 0; j < k; j++) {
            double a = Math.abs(u[uAt + j]);
            out[outAt + j] = a * (1 - a) * v[vAt + j];
        }
    }

    @Override
    public void diagonal(int k, double[] u, int uAt, double y, double[] out, int outAt) {
        for (int j = 0; j < k; j++) {
            double a = Math.abs(u[uAt + j]);
            out[outAt + j] = a * (1 - a);
        }
    }

    @Override
    public double smoothness() {
        return LOGISTIC.smoothness();
    }

    @Override
    public double conjugate(int k, double[] u, int uAt, double y) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += LOGISTIC.conjugate(u[uAt + j], sign(j, y));
        }
        return sum;
    }

    @Override
    public DualDomain domain() {
        return DualDomain.UNIT_INTERVALS;
    }

    @Override
    public void proxGradient(int k, double[] z, int zAt, double step, double y, double[] out, int outAt) {
        for (int j = 0; j < k; j++) {
            out[outAt + j] = LOGISTIC.proxDerivative(z[zAt + j], step, sign(j, y));
        }
    }

    @Override
    public void prox(int k, double[] z, int zAt, double step, double y, double[] out, int outAt) {
        for (int j = 0; j < k; j++) {
            out[outAt + j] = LOGISTIC.prox(z[zAt + j], step, sign(j, y));
        }
    }

    @Override
    public void probabilities(int k, double[] z, int zAt, double[] out, int outAt) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < k; j++) {
            largest = Math.max(largest, z[zAt + j]);
        }
        // where all margins are far below 0, each probability is e^z to rounding: a common factor keeps the ratios
        double shift = largest < -40 ? largest : 0;
        double sum = 0;
        for (int j = 0; j < k; j++) {
            double m = z[zAt + j];
            out[outAt + j] = shift == 0 ? LOGISTIC.response(m) : Math.exp(m - shift);
            sum += out[outAt + j];
        }
        for (int j = 0; j < k; j++) {
            out[outAt + j] /= sum;
        }
    }
}
