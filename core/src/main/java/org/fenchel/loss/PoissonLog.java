package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.kernel.Vectors;

/**
 * Poisson regression with the logarithm as link, mean e^z: l(z, y) = e^z - y z + log(y!), the negative log-likelihood.
 *
 * <p>l*(u, y) = (u + y) log(u + y) - (u + y) - log(y!) for u ≥ -y. The derivative is not Lipschitz. The proximal step is
 * {@code v = c - omega(c + log(step))}, {@code c = z + step y}, with Wright's omega function: about four calls of
 * log and exp.
 */
@AutoService(Loss.class)
@Described("exp(z) - y z + log(y!): counts whose mean is exp(z)")
public record PoissonLog() implements Counts {
    @Override
    public double value(double z, double y) {
        double mean = Math.exp(z);
        // y z - log(y!) first would be infinity - infinity for z = +infinity only, which is no margin.
        return mean - y * z + Counts.logFactorial(y);
    }

    @Override
    public double derivative(double z, double y) {
        return Math.exp(z) - y;
    }

    @Override
    public double secondDerivative(double z, double y) {
        return Math.exp(z);
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
        return y > 0;
    }

    @Override
    public double smoothness() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double conjugate(double u, double y) {
        double mean = u + y;
        if (mean < 0) {
            return Double.POSITIVE_INFINITY;
        }
        return (mean == 0 ? 0 : mean * (Math.log(mean) - 1)) - Counts.logFactorial(y);
    }

    @Override
    public double dualLow(double y) {
        return -y;
    }

    @Override
    public double dualHigh(double y) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double prox(double z, double step, double y) {
        double c = z + step * y;
        return margin(c, step, scaledMean(c, step));
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        double c = z + step * y;
        double w = scaledMean(c, step);
        // Two formulas for one number, each losing digits where its terms are large: the one with the smaller terms.
        boolean means = w < 1 || Math.max(w, step * y) < Math.abs(z);
        double u = means ? w / step - y : (z - margin(c, step, w)) / step;
        return Math.max(u, -y);
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        return 1 / (1 + scaledMean(z + step * y, step));
    }

    @Override
    public void derivatives(int count, double[] z, double[] y, double[] first, double[] second) {
        Vectors.exp(count, z, second);
        for (int i = 0; i < count; i++) {
            first[i] = second[i] - y[i];
        }
    }

    /** The mean count. */
    @Override
    public double response(double z) {
        return Math.exp(z);
    }

    /** step e^v at the result v, the solution of w = step exp(c - w). */
    private static double scaledMean(double c, double step) {
        double w = WrightOmega.at(c + Math.log(step));
        if (w < 1) {
            // One Newton step on the equation itself takes out the rounding of log(step), up to 30 ulps for tiny steps.
            double m = step * Math.exp(c - w);
            w += (m - w) / (1 + m);
        }
        return w;
    }

    /** v = c - w = log(w / step), whichever does not cancel. */
    private static double margin(double c, double step, double w) {
        return w < 1 ? c - w : Math.log(w / step);
    }
}
