package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;

/**
 * Huber's loss: r^2 / 2 where the residual r = z - y is at most delta in size, delta |r| - delta^2 / 2 beyond. Squared for
 * small residuals, robust for large ones.
 *
 * <p>l*(u, y) = u^2 / 2 + u y for |u| ≤ delta; smoothness 1. P. J. Huber, "Robust estimation of a location parameter",
 * Annals of Mathematical Statistics 35 (1964).
 *
 * @param delta residual at which the loss turns from quadratic to linear, positive, in the target's unit
 */
@AutoService(Loss.class)
@Described("squared for residuals up to delta, linear beyond: robust regression")
public record Huber(double delta) implements Loss {
    /** Huber's loss that turns linear at a residual of 1. */
    public Huber() {
        this(1);
    }

    public Huber {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw InvalidInput.of(
                    "huber: delta is " + delta, "give a positive number; for no linear part, use the loss squared");
        }
    }

    @Override
    public double value(double z, double y) {
        double r = Math.abs(z - y);
        // delta (r - delta/2) rather than delta r - delta^2/2, whose terms cancel near r = delta/2 and overflow sooner.
        return r <= delta ? 0.5 * r * r : delta * (r - 0.5 * delta);
    }

    @Override
    public double derivative(double z, double y) {
        return clip(z - y);
    }

    @Override
    public double secondDerivative(double z, double y) {
        return Math.abs(z - y) <= delta ? 1 : 0;
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
        return Math.abs(u) <= delta ? u * (0.5 * u + y) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double dualLow(double y) {
        return -delta;
    }

    @Override
    public double dualHigh(double y) {
        return delta;
    }

    @Override
    public double prox(double z, double step, double y) {
        double u = (z - y) / (1 + step);
        return Math.abs(u) <= delta ? (z + step * y) / (1 + step) : z - step * clip(u);
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        return clip((z - y) / (1 + step));
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        return Math.abs(z - y) / (1 + step) <= delta ? 1 / (1 + step) : 1;
    }

    @Override
    public boolean accepts(double y) {
        return Double.isFinite(y);
    }

    @Override
    public String targets() {
        return "finite numbers";
    }

    private double clip(double u) {
        return Math.min(Math.max(u, -delta), delta);
    }
}
