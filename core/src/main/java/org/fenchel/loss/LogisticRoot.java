package org.fenchel.loss;

import static java.lang.Math.fma;

/**
 * Solves t = q + a sigma(-t), sigma(-t) = 1 / (1 + e^t): the proximal step of the logistic loss, which is the innermost loop of
 * every method here that visits rows one by one.
 *
 * <p>How. Reflecting at t = 0 (t, q -> -t, -(q + a)) leaves t ≥ 0. There sigma(-t) is e^(-t) up to a factor of 2, with which
 * the equation is Wright's omega function: a start within 0.7 from a table. Then sigma and its derivatives are not computed
 * but read: Taylor series around a grid of t, 1/16 apart. One third-order Householder step on the nearest grid point's series
 * leaves an error below 1e-3 (if not, another), and one fourth-order step on the series around the new nearest point leaves
 * rounding. That is two divisions, no exponential, no logarithm, and a chain of about 200 cycles, which is as long as three calls
 * of {@link Math#exp} in a row.
 *
 * <p>Why fused multiply-add: the chain of dependent operations is what takes the time, and it halves most links. Processors have
 * had it since 2013; without it the results are the same bits, slowly.
 *
 * <p>Beyond the grid (t ≥ 20) the omega function itself is iterated on.
 */
final class LogisticRoot {
    private static final int DENSITY = 16;
    private static final double END = 20;

    /** Taylor coefficients kept of sigma(-t); at most 1/32 from the grid point the next is below 3e-16 of the first. */
    private static final int TERMS = 8;

    /** {@code TABLE[8 j + k]}: coefficient of x^k in sigma(-(j/16 + x)). */
    private static final double[] TABLE = new double[((int) END * DENSITY + 1) * TERMS];

    /** Adding this rounds numbers of moderate size to multiples of 1/16 and leaves 16 times them in the low bits. */
    private static final double ROUND = 0x1.8p48;

    /** The largest first step after which the error is below 1e-3 for sure: 0.05 x 0.35^4. */
    private static final double CLOSE = 0.35;

    static {
        for (int j = 0; j < TABLE.length; j += TERMS) {
            double e = StrictMath.exp(-(double) (j / TERMS) / DENSITY);
            TABLE[j] = e / (1 + e);
            // s' = s^2 - s for s = sigma(-t), as a recurrence on power series.
            for (int k = 0; k < TERMS - 1; k++) {
                double c = -TABLE[j + k];
                for (int i = 0; i <= k; i++) {
                    c += TABLE[j + i] * TABLE[j + k - i];
                }
                TABLE[j + k + 1] = c / (k + 1);
            }
        }
    }

    private LogisticRoot() {}

    /**
     * The root t.
     *
     * @param a not negative
     */
    static double root(double q, double a) {
        return solve(q, a, false);
    }

    /**
     * sigma(-t) at the root, in [0, 1], without the cancellation in (t - q) / a: its relative error is a few ulps of max(1, |t|).
     *
     * @param a not negative
     */
    static double dual(double q, double a) {
        return solve(q, a, true);
    }

    private static double solve(double q0, double a, boolean dual) {
        boolean reflected = q0 < -0.5 * a;
        double q = reflected ? -(q0 + a) : q0;
        double t = start(q, a);
        for (int k = 0; k < 8; k++) {
            if (!(t < END)) {
                return beyond(q, a, reflected, dual);
            }
            double shifted = t + ROUND;
            double node = shifted - ROUND;
            int o = TERMS * ((int) Double.doubleToRawLongBits(shifted) & 0x1FF);
            // f = t - q - a sigma(-t) = f0 + f1 x + f2 x^2 + ...; Householder's step is -f0 p2 / p3.
            double f0 = fma(-a, TABLE[o], node - q);
            double f1 = fma(-a, TABLE[o + 1], 1);
            double f2 = -a * TABLE[o + 2];
            double f3 = -a * TABLE[o + 3];
            double f02 = f0 * f2;
            double p2 = fma(f1, f1, -f02);
            double step = -f0 * p2 / fma(f1, p2 - f02, f0 * f0 * f3);
            t = node + step;
            t = t < 0 ? 0 : t;
            if (Math.abs(step) < CLOSE) {
                break;
            }
        }
        if (!(t < END)) {
            return beyond(q, a, reflected, dual);
        }
        return polish(t, q, a, reflected, dual);
    }

    /** Within 0.7 of the root; 20 or more if and, but for that error, only if the root is. */
    private static double start(double q, double a) {
        double log = WrightOmega.logNear(a);
        double x = log - q;
        double w = WrightOmega.near(x);
        // For large w, q + w cancels: t = log(a / w) then.
        double t = x < 60 ? q + w : log - WrightOmega.logNear(w);
        return t < 0 ? 0 : t;
    }

    /** From an error of 1e-3 to rounding: a fourth-order step by series reversion, on Taylor series around the nearest node. */
    private static double polish(double t, double q, double a, boolean reflected, boolean dual) {
        double shifted = t + ROUND;
        double node = shifted - ROUND;
        int o = TERMS * ((int) Double.doubleToRawLongBits(shifted) & 0x1FF);
        double c0 = TABLE[o];
        double c1 = TABLE[o + 1];
        double c2 = TABLE[o + 2];
        double c3 = TABLE[o + 3];
        double c4 = TABLE[o + 4];
        double c5 = TABLE[o + 5];
        double c6 = TABLE[o + 6];
        double c7 = TABLE[o + 7];
        double x = t - node;
        double x2 = x * x;
        double x4 = x2 * x2;
        double s = fma(x4, fma(x2, fma(x, c7, c6), fma(x, c5, c4)), fma(x2, fma(x, c3, c2), fma(x, c1, c0)));
        double slope =
                fma(x4, fma(x2, 7 * c7, fma(x, 6 * c6, 5 * c5)), fma(x2, fma(x, 4 * c4, 3 * c3), fma(x, 2 * c2, c1)));
        // Coefficients of the series around x, each to what its power of delta, at most 1e-3, leaves to be seen.
        double d2 = fma(x2, fma(x2, 15 * c6, fma(x, 10 * c5, 6 * c4)), fma(x, 3 * c3, c2));
        double d3 = fma(x2, fma(x, 20 * c6, 10 * c5), fma(x, 4 * c4, c3));
        double d4 = fma(x, 5 * c5, c4);
        double inverse = 1 / fma(-a, slope, 1);
        double scale = -a * inverse;
        // f / f' = -h + delta + b2 delta^2 + b3 delta^3 + ...
        double b2 = scale * d2;
        double b3 = scale * d3;
        double b4 = scale * d4;
        double h = fma(a, s, q - t) * inverse;
        double b22 = b2 * b2;
        double e3 = fma(2, b22, -b3);
        double e4 = fma(5 * b2, b22 - b3, b4);
        double h2 = h * h;
        double delta = fma(h2, fma(h, fma(-h, e4, e3), -b2), h);
        if (!dual) {
            t = node + (x + delta);
            return reflected ? -t : t;
        }
        // The series of s around x, as far as delta^4 < 1e-12 needs it.
        double delta2 = delta * delta;
        s += fma(delta2, fma(delta2, d4, fma(delta, d3, d2)), delta * slope);
        return reflected ? 1 - s : s;
    }

    /**
     * Where e^(-t) is below 2e-9: d = t - q is omega(log(a) - q - log(1 + e^-t)), and the last term is small enough to be found from
     * d without it.
     */
    private static double beyond(double q, double a, boolean reflected, boolean dual) {
        double log = Math.log(a);
        double d = WrightOmega.at(log - q);
        double shift = Math.log1p(Math.exp(-(d < 1 ? q + d : log - Math.log(d))));
        d -= d / (1 + d) * shift; // omega' = omega / (1 + omega)
        double t = d < 1 ? q + d : log - Math.log(d) - shift;
        if (!dual) {
            return reflected ? -t : t;
        }
        double e = Math.exp(-t);
        double s = d < 1 ? e / (1 + e) : d / a;
        return reflected ? 1 - s : s;
    }
}
