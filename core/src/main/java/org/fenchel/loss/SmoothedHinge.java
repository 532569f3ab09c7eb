package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;

/**
 * The hinge with its kink rounded off over a width gamma: with m = y z, y in {-1, +1},
 *
 * <pre>
 * l = 0                      for m ≥ 1
 *     (1 - m)^2 / (2 gamma)  for 1 - gamma ≤ m ≤ 1
 *     1 - m - gamma / 2      for m ≤ 1 - gamma
 * </pre>
 *
 * <p>l*(u, y) = y u + gamma u^2 / 2 for -1 ≤ y u ≤ 0: the hinge's conjugate made strongly convex; smoothness 1 / gamma.
 * S. Shalev-Shwartz and T. Zhang, "Stochastic dual coordinate ascent methods for regularized loss minimization", JMLR 14
 * (2013).
 *
 * @param gamma width of the rounding in units of the margin, positive
 */
@AutoService(Loss.class)
@Described("the hinge with its kink rounded off over a width gamma; two classes")
public record SmoothedHinge(double gamma) implements Signs {
    /** Rounded off over a width of 1. */
    public SmoothedHinge() {
        this(1);
    }

    public SmoothedHinge {
        if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)) {
            throw InvalidInput.of(
                    "smoothed-hinge: gamma is " + gamma, "give a positive number; for no rounding, use the loss hinge");
        }
    }

    @Override
    public double value(double z, double y) {
        double missing = 1 - y * z;
        if (missing <= 0) {
            return 0;
        }
        return missing < gamma ? 0.5 * missing * (missing / gamma) : missing - 0.5 * gamma;
    }

    @Override
    public double derivative(double z, double y) {
        return -y * unit((1 - y * z) / gamma);
    }

    @Override
    public double secondDerivative(double z, double y) {
        double missing = 1 - y * z;
        return 0 <= missing && missing <= gamma ? 1 / gamma : 0;
    }

    @Override
    public boolean differentiable() {
        return true;
    }

    @Override
    public double smoothness() {
        return 1 / gamma;
    }

    @Override
    public double conjugate(double u, double y) {
        double a = -y * u;
        return 0 <= a && a <= 1 ? a * (0.5 * gamma * a - 1) : Double.POSITIVE_INFINITY;
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
        double missing = 1 - y * z;
        if (missing <= 0) {
            return z;
        }
        return missing < gamma + step ? (gamma * z + step * y) / (gamma + step) : z + step * y;
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        return -y * unit((1 - y * z) / (gamma + step));
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        double missing = 1 - y * z;
        return 0 <= missing && missing <= gamma + step ? gamma / (gamma + step) : 1;
    }

    private static double unit(double a) {
        return Math.min(Math.max(a, 0), 1);
    }
}
