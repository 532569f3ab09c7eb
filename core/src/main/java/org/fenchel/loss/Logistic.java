package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.kernel.Vectors;

/**
 * The logistic loss, l(z, y) = log(1 + exp(-y z)), y in {-1, +1}: the negative log-likelihood of logistic regression.
 *
 * <p>l*(u, y) = a log(a) + (1 - a) log(1 - a) with a = -y u in [0, 1]; smoothness 1/4. The proximal step has no closed form; it
 * costs about as much as three exponentials and is exact to rounding, also in its dual variable.
 */
@AutoService(Loss.class)
@Described("log(1 + exp(-y z)): logistic regression, two classes")
public record Logistic() implements Signs {
    @Override
    public double value(double z, double y) {
        double m = y * z;
        // exp of minus the size cannot overflow, and log1p keeps what is small beside 1.
        return Math.max(-m, 0) + Math.log1p(Math.exp(-Math.abs(m)));
    }

    @Override
    public double derivative(double z, double y) {
        double m = y * z;
        double e = Math.exp(-Math.abs(m));
        return -y * (m > 0 ? e : 1) / (1 + e);
    }

    @Override
    public double secondDerivative(double z, double y) {
        double e = Math.exp(-Math.abs(z));
        return e / ((1 + e) * (1 + e));
    }

    @Override
    public Likelihood likelihood() {
        return Likelihood.KNOWN_DISPERSION;
    }

    @Override
    public boolean differentiable() {
        return true;
    }

    @Override
    public boolean attainsInfimum(double y) {
        return false;
    }

    @Override
    public double smoothness() {
        return 0.25;
    }

    @Override
    public double conjugate(double u, double y) {
        double a = -y * u;
        if (!(0 <= a && a <= 1)) {
            return Double.POSITIVE_INFINITY;
        }
        // log1p(-a) where a is small, since 1 - a rounds its digits away.
        double low = a == 0 ? 0 : a * Math.log(a);
        double high = a == 1 ? 0 : (1 - a) * Math.log1p(-a);
        return low + high;
    }

    @Override
    public double dualLow(double y) {
        return y > 0 ? -1 : 0;
    }

    @Override
    public double dualHigh(double y) {
        return y > 0 ? 0 : 1;
    }

    @Override
    public double prox(double z, double step, double y) {
        return y * LogisticRoot.root(y * z, step);
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        return -y * LogisticRoot.dual(y * z, step);
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        double a = LogisticRoot.dual(y * z, step);
        return 1 / (1 + step * a * (1 - a));
    }

    @Override
    public void derivatives(int count, double[] z, double[] y, double[] first, double[] second) {
        for (int i = 0; i < count; i++) {
            second[i] = -Math.abs(z[i]);
        }
        Vectors.exp(count, second, second);
        for (int i = 0; i < count; i++) {
            double e = second[i];
            double p = 1 / (1 + e);
            double a = e * p;
            first[i] = -y[i] * (y[i] * z[i] > 0 ? a : p);
            second[i] = a * p;
        }
    }

    /** The probability of +1. */
    @Override
    public double response(double z) {
        double e = Math.exp(-Math.abs(z));
        return (z > 0 ? 1 : e) / (1 + e);
    }
}
