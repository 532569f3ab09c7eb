package org.fenchel.docs;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Loss;

/**
 * l(z, y) = delta^2 log(cosh((z - y) / delta)): squared for small residuals, linear for large ones, smooth in between.
 *
 * @param delta the residual, in the target's unit, around which squared turns into linear; positive
 */
@AutoService(Loss.class)
@Described("log(cosh) of the residual: like huber, and smooth")
public record LogCosh(double delta) implements Loss {
    /** The loss that turns linear around a residual of 1. */
    public LogCosh() {
        this(1);
    }

    public LogCosh {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw InvalidInput.of("log-cosh: delta is " + delta, "give a positive number");
        }
    }

    @Override
    public double value(double z, double y) {
        double x = Math.abs(z - y) / delta;
        return delta * delta * (x + Math.log1p(Math.expm1(-2 * x) / 2)); // cosh itself would overflow
    }

    @Override
    public double derivative(double z, double y) {
        return delta * Math.tanh((z - y) / delta);
    }

    @Override
    public double secondDerivative(double z, double y) {
        double cosh = Math.cosh((z - y) / delta);
        return 1 / (cosh * cosh);
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
        if (!(Math.abs(u) <= delta)) {
            return Double.POSITIVE_INFINITY;
        }
        return delta * delta / 2 * (entropy(u / delta) + entropy(-u / delta)) + u * y;
    }

    /** (1 + a) log(1 + a), which is 0 at its end a = -1. */
    private static double entropy(double a) {
        return a == -1 ? 0 : (1 + a) * Math.log1p(a);
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
        // both are the same number; rounding of y would drown a short step, rounding of step u the result of a long one
        return step < 1 ? z - step * proxDerivative(z, step, y) : y + residual(z - y, step);
    }

    @Override
    public double proxDerivative(double z, double step, double y) {
        return delta * Math.tanh(residual(z - y, step) / delta);
    }

    /** Solves r + step delta tanh(r / delta) = w: concave for r > 0, so that Newton's method from the left never overshoots. */
    private double residual(double w, double step) {
        double right = Math.abs(w);
        double r = right / (1 + step);
        while (true) {
            double tanh = Math.tanh(r / delta);
            double cosh = Math.cosh(r / delta);
            double next = r - (r + step * delta * tanh - right) / (1 + step / (cosh * cosh));
            if (!(next > r)) {
                return Math.copySign(r, w);
            }
            r = next;
        }
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
