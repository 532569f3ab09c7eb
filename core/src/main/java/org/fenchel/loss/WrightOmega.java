package org.fenchel.loss;

/**
 * The Wright omega function: w = omega(x) is the solution of w + log(w) = x, that is Lambert's W(exp(x)) without the
 * overflow. Proximal steps of losses with an exponential in them come down to it.
 *
 * <p>Source of the iteration: P. W. Lawrence, R. M. Corless, D. J. Jeffrey, "Algorithm 917: complex double-precision
 * evaluation of the Wright omega function", ACM TOMS 38 (2012).
 */
final class WrightOmega {
    /** Reach of the table, in x. */
    private static final double LOW = -4;

    private static final double HIGH = 60;

    /** Grid points to a unit of x. */
    private static final int DENSITY = 8;

    private static final double[] TABLE = new double[(int) ((HIGH - LOW) * DENSITY) + 1];

    static {
        for (int j = 0; j < TABLE.length; j++) {
            double x = LOW + (double) j / DENSITY;
            TABLE[j] = refine(x, x > 1 ? x - Math.log(x) : Math.exp(x) / (1 + Math.exp(x)));
        }
    }

    private WrightOmega() {}

    /**
     * omega(x) at the grid point nearest to x, so with an error of at most 1/16, and at most 6 percent; for x of 60 and more
     * {@code x - log(x)}, which is closer yet; below -4 it is merely small: omega(-4). Costs no transcendental function.
     */
    static double near(double x) {
        if (x >= HIGH) {
            return x - logNear(x);
        }
        int j = (int) ((x - LOW) * DENSITY + 0.5);
        return TABLE[j < 0 ? 0 : j];
    }

    /** omega(x) with a relative error of a few ulps of max(1, |x|): two logarithms, or one exponential where x is very low. */
    static double at(double x) {
        return x < LOW ? refine(x, Math.exp(x)) : refine(x, near(x));
    }

    /** log(x) with an error below 0.02, for positive normal numbers; about -709 for zero and subnormal ones. */
    static double logNear(double x) {
        long bits = Double.doubleToRawLongBits(x);
        double m = Double.longBitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        // A parabola through log at m = 1 and close to it up to 2.
        return 0.6931471805599453 * ((bits >>> 52) - 1023) + ((-0.2266 * m + 1.3606) * m - 1.1340);
    }

    /**
     * Fourth-order steps. Where w is off by 6 percent the first leaves less than 1e-6 and the second nothing; more are taken
     * only while the table is built.
     */
    private static double refine(double x, double start) {
        double w = start;
        if (w < 1e-17) {
            return w; // exp(x) is exact already, and 0 has no logarithm
        }
        for (int k = 0; k < 8; k++) {
            double r = x - w - Math.log(w);
            double a = 1 + w;
            double b = 2 * a * (a + (2.0 / 3) * r);
            w *= 1 + r / a * (b - r) / (b - 2 * r);
            // The error left is of the order of r^4; below 1e-4 that is rounding.
            if (Math.abs(r) < 1e-4 * a) {
                break;
            }
        }
        return w;
    }
}
