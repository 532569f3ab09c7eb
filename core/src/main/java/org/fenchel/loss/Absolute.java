package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;

/**
 * The absolute residual, l(z, y) = |z - y|: least absolute deviations, the median of the target.
 *
 * <p>l*(u, y) = u y for -1 ≤ u ≤ 1; one kink, at z = y.
 */
@AutoService(Loss.class)
@Described("the absolute residual: least absolute deviations, the median")
public record Absolute() implements Loss {
    @Override
    public double value(double z, double y) {
        return Math.abs(z - y);
    }

    @Override
    public double derivative(double z, double y) {
        return Math.signum(z - y);
    }

    @Override
    public double secondDerivative(double z, double y) {
        return 0;
    }

    @Override
    public boolean differentiable() {
        return false;
    }

    @Override
    public double smoothness() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double conjugate(double u, double y) {
        return Math.abs(u) <= 1 ? u * y : Double.POSITIVE_INFINITY;
    }

    @Override
    public double dualLow(double y) {
        return -1;
    }

    @Override
    public double dualHigh(double y) {
        return 1;
    }

    @Override
    public double prox(double z, double step, double y) {
        double r = z - y;
        return r > step ? z - step : r < -step ? z + step : y;
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        return Math.min(Math.max((z - y) / step, -1), 1);
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        return Math.abs(z - y) < step ? 0 : 1;
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
