package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;

/**
 * Vapnik's loss of support vector regression: l(z, y) = max(|z - y| - epsilon, 0).
 *
 * <p>l*(u, y) = u y + epsilon |u| for -1 ≤ u ≤ 1; kinks at z = y - epsilon and z = y + epsilon. V. N. Vapnik, "The Nature of
 * Statistical Learning Theory" (1995).
 *
 * @param epsilon residual that costs nothing, 0 or more, in the target's unit
 */
@AutoService(Loss.class)
@Described("the residual beyond epsilon: support vector regression")
public record EpsilonInsensitive(double epsilon) implements Loss {
    /** Residuals up to 0.1 cost nothing. */
    public EpsilonInsensitive() {
        this(0.1);
    }

    public EpsilonInsensitive {
        if (!(epsilon >= 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw InvalidInput.of("epsilon-insensitive: epsilon is " + epsilon, "give a number of 0 or more");
        }
    }

    @Override
    public double value(double z, double y) {
        return Math.max(Math.abs(z - y) - epsilon, 0);
    }

    @Override
    public double derivative(double z, double y) {
        double r = z - y;
        return r > epsilon ? 1 : r < -epsilon ? -1 : 0;
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
        return Math.abs(u) <= 1 ? u * y + epsilon * Math.abs(u) : Double.POSITIVE_INFINITY;
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
        double size = Math.abs(r) - epsilon;
        if (size <= 0) {
            return z;
        }
        return size > step ? z - Math.copySign(step, r) : y + Math.copySign(epsilon, r);
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        double r = z - y;
        double size = Math.abs(r) - epsilon;
        return size <= 0 ? 0 : Math.copySign(Math.min(size / step, 1), r);
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        double size = Math.abs(z - y) - epsilon;
        return 0 < size && size < step ? 0 : 1;
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
