package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;

/**
 * The squared hinge, l(z, y) = max(1 - y z, 0)^2, y in {-1, +1}: the loss of the L2-loss support vector machine, without a
 * factor 1/2, as in LIBLINEAR.
 *
 * <p>l*(u, y) = y u + u^2 / 4 for y u ≤ 0; smoothness 2. R.-E. Fan et al., "LIBLINEAR: a library for large linear
 * classification", JMLR 9 (2008).
 */
@AutoService(Loss.class)
@Described("the hinge squared, without a factor 1/2, as in LIBLINEAR; two classes")
public record SquaredHinge() implements Signs {
    @Override
    public double value(double z, double y) {
        double missing = Math.max(1 - y * z, 0);
        return missing * missing;
    }

    @Override
    public double derivative(double z, double y) {
        return -2 * y * Math.max(1 - y * z, 0);
    }

    @Override
    public double secondDerivative(double z, double y) {
        return y * z < 1 ? 2 : 0;
    }

    @Override
    public boolean differentiable() {
        return true;
    }

    @Override
    public double smoothness() {
        return 2;
    }

    @Override
    public double conjugate(double u, double y) {
        double a = -y * u;
        return a >= 0 ? a * (0.25 * a - 1) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double dualLow(double y) {
        return y > 0 ? Double.NEGATIVE_INFINITY : 0;
    }

    @Override
    public double dualHigh(double y) {
        return y > 0 ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double prox(double z, double step, double y) {
        return y * z < 1 ? (z + 2 * step * y) / (1 + 2 * step) : z;
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        return -2 * y * Math.max(1 - y * z, 0) / (1 + 2 * step);
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        return y * z < 1 ? 1 / (1 + 2 * step) : 1;
    }
}
