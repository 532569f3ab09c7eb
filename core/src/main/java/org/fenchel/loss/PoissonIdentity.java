package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;

/**
 * Poisson regression with the identity as link, mean z: l(z, y) = z - y log(z) + log(y!), the negative log-likelihood, for
 * z > 0. For y = 0 it is the linear function z on the whole line: such rows put no constraint on the model.
 *
 * <p>l*(u, y) = y log(y / (1 - u)) - y - log(y!) for u below 1; for y = 0 it is 0 at u = 1 and infinite elsewhere. The
 * derivative is not Lipschitz. The proximal step is the positive root of a quadratic. M. Bompaire, E. Bacry, S. Gaïffas, "Dual
 * optimization for convex constrained objectives without the gradient-Lipschitz assumption", arXiv 1807.03545 (2018).
 */
@AutoService(Loss.class)
@Described("z - y log(z) + log(y!): counts whose mean is z itself, as intensities are")
public record PoissonIdentity() implements Counts, LogSmooth {
    @Override
    public double value(double z, double y) {
        if (y == 0) {
            return z;
        }
        return z > 0 ? z - y * Math.log(z) + Counts.logFactorial(y) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double derivative(double z, double y) {
        return y == 0 ? 1 : 1 - y / z;
    }

    @Override
    public double secondDerivative(double z, double y) {
        // In this order neither z^2 nor 1/z^2 overflows before the result does.
        return y == 0 ? 0 : y / z / z;
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
    public double logSmoothness(double y) {
        return y;
    }

    @Override
    public double domainLow(double y) {
        return y == 0 ? Double.NEGATIVE_INFINITY : 0;
    }

    @Override
    public double conjugate(double u, double y) {
        if (y == 0) {
            return u == 1 ? 0 : Double.POSITIVE_INFINITY;
        }
        return u < 1 ? y * (Math.log(y / (1 - u)) - 1) - Counts.logFactorial(y) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double dualLow(double y) {
        return y == 0 ? 1 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double dualHigh(double y) {
        return 1;
    }

    @Override
    public double prox(double z, double step, double y) {
        double q = z - step;
        if (y == 0) {
            return q;
        }
        double r = size(q, step, y);
        // The positive root of v^2 - q v - step y; for negative q the usual form cancels.
        return q < 0 ? 2 * (step * y) / (r - q) : 0.5 * (q + r);
    }

    /** u = 1 - y / v = 1 - a with a = y / v, the positive root of {@code step a^2 + q a - y}. */
    @Override
    public double proxDerivative(double z, double step, double y) {
        double q = z - step;
        if (y == 0) {
            return 1;
        }
        double r = size(q, step, y);
        double a = q < 0 ? (r - q) / (2 * step) : 2 * y / (q + r);
        return Math.min(1 - a, Math.nextDown(1.0));
    }

    @Override
    public double proxSlope(double z, double step, double y) {
        if (y == 0) {
            return 1;
        }
        // dv/dz = v / r, from the derivative of the quadratic.
        double q = z - step;
        double r = size(q, step, y);
        return q < 0 ? 2 * (step * y) / (r - q) / r : 0.5 * (1 + q / r);
    }

    /** sqrt(q^2 + 4 step y); the square is avoided where it would overflow or lose digits to underflow. */
    private static double size(double q, double step, double y) {
        double square = q * q + 4 * step * y;
        return square > 1e-280 && square < Double.POSITIVE_INFINITY
                ? Math.sqrt(square)
                : Math.hypot(q, 2 * Math.sqrt(step) * Math.sqrt(y));
    }
}
