package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;

/**
 * Half the squared residual, l(z, y) = (z - y)^2 / 2: least squares, the mean of the target.
 *
 * <p>l*(u, y) = u^2 / 2 + u y; smoothness 1; every margin, target and dual is in the domain.
 */
@AutoService(Loss.class)
@Described("half the squared residual: least squares")
public record Squared() implements Loss {
    @Override
    public double value(double z, double y) {
        return 0.5 * (z - y) * (z - y);
    }

    @Override
    public double derivative(double z, double y) {
        return z - y;
    }

    @Override
    public double secondDerivative(double z, double y) {
        return 1;
    }

    @Override
    public Likelihood likelihood() {
        return Likelihood.ESTIMATED_DISPERSION;
    }

    @Override
    public boolean differentiable() {
        return true;
    }

    @Override
    public double smoothness() {
        return 1;
    }

    @Override
    public double conjugate(double u, double y) {
        return u * (0.5 * u + y);
    }

    @Override
    public double dualLow(double y) {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double dualHigh(double y) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double prox(double z, double step, double y) {
        return (z + step * y) / (1 + step);
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        return (z - y) / (1 + step);
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        return 1 / (1 + step);
    }

    @Override
    public boolean accepts(double y) {
        return Double.isFinite(y);
    }

    @Override
    public String targets() {
        return "finite numbers";
    }
}
