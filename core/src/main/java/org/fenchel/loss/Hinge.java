package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;

/**
 * The loss of the support vector machine: l(z, y) = max(1 - y z, 0), y in {-1, +1}.
 *
 * <p>l*(u, y) = y u for -1 ≤ y u ≤ 0; one kink, at y z = 1. C. Cortes and V. Vapnik, "Support-vector networks", Machine
 * Learning 20 (1995).
 */
@AutoService(Loss.class)
@Described("the support vector machine's: max(1 - y z, 0), two classes")
public record Hinge() implements Signs {
    @Override
    public double value(double z, double y) {
        return Math.max(1 - y * z, 0);
    }

    @Override
    public double derivative(double z, double y) {
        return y * z < 1 ? -y : 0;
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
        double a = -y * u;
        return 0 <= a && a <= 1 ? -a : Double.POSITIVE_INFINITY;
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
        // At the kink y z = 1, so z = 1/y = y.
        return missing <= 0 ? z : missing < step ? y : z + step * y;
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        return -y * Math.min(Math.max((1 - y * z) / step, 0), 1);
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        double missing = 1 - y * z;
        return 0 < missing && missing < step ? 0 : 1;
    }
}
