package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;

/**
 * The pinball loss of a quantile: l(z, y) = tau max(y - z, 0) + (1 - tau) max(z - y, 0).
 *
 * <p>l*(u, y) = u y for -tau ≤ u ≤ 1 - tau; one kink, at z = y. R. Koenker and G. Bassett, "Regression quantiles",
 * Econometrica 46 (1978).
 *
 * @param tau which quantile, strictly between 0 and 1; 0.5 is half the absolute loss
 */
@AutoService(Loss.class)
@Described("the pinball loss: the quantile tau of the target")
public record Quantile(double tau) implements Loss {
    /** The median. */
    public Quantile() {
        this(0.5);
    }

    public Quantile {
        if (!(tau > 0 && tau < 1)) {
            throw InvalidInput.of("quantile: tau is " + tau, "give a number between 0 and 1, as in quantile(tau=0.9)");
        }
    }

    @Override
    public double value(double z, double y) {
        double r = z - y;
        return r < 0 ? -tau * r : (1 - tau) * r;
    }

    @Override
    public double derivative(double z, double y) {
        return z > y ? 1 - tau : z < y ? -tau : 0;
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
        return -tau <= u && u <= 1 - tau ? u * y : Double.POSITIVE_INFINITY;
    }

    @Override
    public double dualLow(double y) {
        return -tau;
    }

    @Override
    public double dualHigh(double y) {
        return 1 - tau;
    }

    @Override
    public double prox(double z, double step, double y) {
        double r = z - y;
        double above = step * (1 - tau);
        double below = step * tau;
        return r > above ? z - above : r < -below ? z + below : y;
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        return Math.min(Math.max((z - y) / step, -tau), 1 - tau);
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        double r = z - y;
        return -step * tau < r && r < step * (1 - tau) ? 0 : 1;
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
