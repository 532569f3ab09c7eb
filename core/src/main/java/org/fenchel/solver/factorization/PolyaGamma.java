package org.fenchel.solver.factorization;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * Draws from the Polya-Gamma distribution PG(1, z), which makes the logistic likelihood a mixture of Gaussian ones: exp(z/2) / (1 +
 * exp(z)) = E exp(-omega z^2 / 2) / 2. The draw is exact, by rejection from an exponential tail and an inverse-Gaussian body whose
 * alternating series is summed only until it decides (L. Devroye, 2009; N. Polson, J. Scott, J. Windle, JASA 108, 2013).
 *
 * <p>Cost: about 1.1 proposals a draw.
 */
final class PolyaGamma {
    /** Where the body ends and the tail begins. */
    private static final double CUT = 0.64;

    private final Draws random;

    PolyaGamma(Draws random) {
        this.random = random;
    }

    /** A draw; its mean is tanh(z / 2) / (2 z). */
    double draw(double z) {
        double half = 0.5 * Math.abs(z);
        double rate = 0.125 * Math.PI * Math.PI + 0.5 * half * half;
        double tail = 1 / (1 + bodyOverTail(half, rate));
        while (true) {
            double x = random.uniform() < tail ? CUT + random.exponential() / rate : truncatedInverseGaussian(half);
            double sum = coefficient(0, x);
            double y = random.uniform() * sum;
            for (int k = 1; ; k++) {
                if ((k & 1) == 1) {
                    sum -= coefficient(k, x);
                    if (y <= sum) {
                        return 0.25 * x;
                    }
                } else {
                    sum += coefficient(k, x);
                    if (y > sum) {
                        break;
                    }
                }
            }
        }
    }

    private static double bodyOverTail(double half, double rate) {
        double root = Math.sqrt(1 / CUT);
        double log = Math.log(rate) + rate * CUT;
        double low = Math.exp(log - half + logNormal(root * (CUT * half - 1)));
        double high = Math.exp(log + half + logNormal(-root * (CUT * half + 1)));
        return 4 / Math.PI * (low + high);
    }

    /** log of the standard normal distribution function, also where that underflows. */
    private static double logNormal(double x) {
        double t = -x / Math.sqrt(2);
        return t > 0 ? Math.log(0.5 * Erfcx.value(t)) - t * t : Math.log(0.5 * Erfc.value(t));
    }

    /** The k-th coefficient of the series of the density at x. */
    private static double coefficient(int k, double x) {
        double c = (k + 0.5) * Math.PI;
        if (x > CUT) {
            return c * Math.exp(-0.5 * c * c * x);
        }
        double m = k + 0.5;
        return c * Math.exp(-1.5 * Math.log(0.5 * Math.PI * x) - 2 * m * m / x);
    }

    /** Inverse Gaussian of mean 1 / half, below the cut. */
    private double truncatedInverseGaussian(double half) {
        if (half < 1 / CUT) {
            while (true) {
                double e = random.exponential();
                double f = random.exponential();
                while (e * e > 2 * f / CUT) {
                    e = random.exponential();
                    f = random.exponential();
                }
                double x = 1 + e * CUT;
                x = CUT / (x * x);
                if (random.uniform() <= Math.exp(-0.5 * half * half * x)) {
                    return x;
                }
            }
        }
        double mean = 1 / half;
        while (true) {
            double g = random.normal();
            double y = mean * g * g;
            double x = mean + 0.5 * mean * (y - Math.sqrt(4 * y + y * y));
            if (random.uniform() > mean / (mean + x)) {
                x = mean * mean / x;
            }
            if (x <= CUT) {
                return x;
            }
        }
    }
}
