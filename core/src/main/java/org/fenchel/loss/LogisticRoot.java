package org.fenchel.loss;

/**
 * Solves t = q + a sigma(-t), sigma(-t) = 1 / (1 + e^t): the proximal step of the logistic loss, which is the innermost loop of
 * every method here that visits rows one by one.
 *
 * <p>How. Reflecting at t = 0 (t, q -> -t, -(q + a)) leaves t ≥ 0. There sigma(-t) is e^(-t) up to a factor of 2, with which
 * the equation is Wright's omega function: a start within 0.7 from a table. Then sigma and its derivatives are not computed
 * but read: Taylor series around a grid of t, 1/16 apart. One third-order Householder step on the nearest grid point's series
 * leaves an error below 1e-3 (if not, another), and one fourth-order step on the series around the new nearest point leaves
 * rounding. That is two divisions, no exponential, no logarithm, and a chain of about 200 cycles, less than with three calls
 * of {@link Math#exp}.
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
            double f0 = (node - q) - a * TABLE[o];
            double f1 = 1 - a * TABLE[o + 1];
            double f2 = -a * TABLE[o + 2];
            double f3 = -a * TABLE[o + 3];
            double p2 = f1 * f1 - f0 * f2;
            double step = -f0 * p2 / (f1 * (p2 - f0 * f2) + f0 * f0 * f3);
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
        double s = c0 + ((x * c1 + x2 * (c2 + x * c3)) + x4 * ((c4 + x * c5) + x2 * (c6 + x * c7)));
        double slope = (c1 + x * (2 * c2) + x2 * (3 * c3 + x * (4 * c4))) + x4 * (5 * c5 + x * (6 * c6));
        double inverse = 1 / (1 - a * slope);
        double scale = -a * inverse;
        // f / f' = -h + delta + b2 delta^2 + b3 delta^3 + ...
        double b2 = scale * ((c2 + 3 * c3 * x) + x2 * (6 * c4 + 10 * c5 * x));
        double b3 = scale * (c3 + 4 * c4 * x);
        double b4 = scale * c4;
        double h = ((q - t) + a * s) * inverse;
        x += h - h * h * (b2 - h * (2 * b2 * b2 - b3 - h * (5 * b2 * (b2 * b2 - b3) + b4)));
        if (!dual) {
            t = node + x;
            return reflected ? -t : t;
        }
        x2 = x * x;
        x4 = x2 * x2;
        s = c0 + ((x * c1 + x2 * (c2 + x * c3)) + x4 * ((c4 + x * c5) + x2 * (c6 + x * c7)));
        return reflected ? 1 - s : s;
    }

    /** Where e^(-t) is below 2e-9: d = t - q solves d + log(d) = log(a) - q up to that, which one correction brings in. */
    private static double beyond(double q, double a, boolean reflected, boolean dual) {
        double log = Math.log(a);
        double d = WrightOmega.at(log - q);
        double t = d < 1 ? q + d : log - Math.log(d);
        double e = Math.exp(-t);
        // d (1 + e^-t) e^t = a: the logarithm of the factor shifts the argument, and omega' = d / (1 + d).
        d -= d / (1 + d) * Math.log1p(e);
        t = d < 1 ? q + d : log - Math.log(d);
        if (!dual) {
            return reflected ? -t : t;
        }
        double s = d < 1 ? Math.exp(-t) : d / a;
        return reflected ? 1 - s : s;
    }
}
