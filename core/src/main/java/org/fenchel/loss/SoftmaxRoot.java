package org.fenchel.loss;

/**
 * The proximal step of {@link Softmax}, in its dual variables. With p = softmax(v) at the result v, v_k = z_k - s p_k for the other
 * classes and v_y = z_y + s a for the own, a = 1 - p_y being their probability together. Taking logarithms, with tau = log(sum_k
 * exp(v_k)) - z_y as the one unknown,
 *
 * <pre>s p_k = omega(z_k - z_y + log(s) - tau),   s a - log(1 - a) = tau,   sum of p_k over the others = a</pre>
 *
 * where omega is Wright's function. The sum on the left falls with tau and a grows, so there is one root. All terms are
 * positive and none is a difference, so that probabilities of 1e-300 come out with all their digits: that is why tau is
 * measured from the own margin, and why the others' sum is not taken to be 1 - p_y.
 *
 * <p>Newton's method on the difference of the logarithms of both sides, in a shrinking bracket. It starts from the answer for
 * two classes, the others drawn together into one, and takes two or three iterations of a few logarithms a class.
 */
final class SoftmaxRoot {
    private static final int MOST = 200;

    /** Newton's next error is the square of its step. */
    private static final double CLOSE = 1e-8;

    /** Below this logarithm even the largest probability is 0. */
    private static final double NOTHING = -740;

    private SoftmaxRoot() {}

    /** The gradient at the result: p_k for the others and -a for the own class. */
    static void dual(int k, double[] z, int zAt, double s, int own, double[] out, int outAt) {
        double zero = z[zAt + own];
        double log = Math.log(s);
        double tau = start(k, z, zAt, s, own);
        if (!(tau > 0)) {
            for (int j = 0; j < k; j++) {
                out[outAt + j] = 0;
            }
            return;
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST; iteration++) {
            double sum = 0;
            double slope = 0;
            for (int j = 0; j < k; j++) {
                if (j != own) {
                    double w = WrightOmega.at(z[zAt + j] - zero + log - tau);
                    sum += w;
                    slope += w / (1 + w);
                }
            }
            double a = others(tau, s, log);
            double difference = Math.log(sum / (s * a));
            if (difference > 0) {
                low = tau;
            } else {
                high = tau;
            }
            // derivatives of both logarithms; that of a is 1 / (s + 1 / (1 - a))
            double fall = slope / sum + (1 - a) / (a * (s * (1 - a) + 1));
            double change = difference / fall;
            double next = a < 0.5 ? tau * Math.exp(change / tau) : tau + change;
            boolean newton = low < next && next < high;
            if (!newton) {
                next = inside(low, high, tau);
            }
            double moved = Math.abs(next - tau);
            tau = next;
            if (newton && moved <= CLOSE * Math.min(1, tau) || moved <= 4 * Math.ulp(tau)) {
                break;
            }
        }
        finish(k, z, zAt, s, own, tau, out, outAt);
    }

    private static double inside(double low, double high, double tau) {
        if (Double.isInfinite(high)) {
            return 2 * tau + 1;
        }
        return low == 0 ? high / 16 : Math.sqrt(low) * Math.sqrt(high);
    }

    private static void finish(int k, double[] z, int zAt, double s, int own, double tau, double[] out, int outAt) {
        double zero = z[zAt + own];
        double log = Math.log(s);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            double w = j == own ? 0 : WrightOmega.at(z[zAt + j] - zero + log - tau) / s;
            out[outAt + j] = w;
            sum += w;
        }
        if (sum > 1) {
            for (int j = 0; j < k; j++) {
                out[outAt + j] /= sum;
            }
            sum = 1;
        }
        out[outAt + own] = -sum;
    }

    /** tau where the others are one class of margin log(sum exp z_k), which moves as a class of their mean share would; 0 where all underflows. */
    private static double start(int k, double[] z, int zAt, double s, int own) {
        double top = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < k; j++) {
            top = j == own ? top : Math.max(top, z[zAt + j]);
        }
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < k; j++) {
            if (j != own) {
                double e = Math.exp(z[zAt + j] - top);
                sum += e;
                squares += e * e;
            }
        }
        double others = top - z[zAt + own] + Math.log(sum);
        if (!(others + Math.min(0, Math.log(s)) > NOTHING)) {
            return 0;
        }
        double t = LogisticRoot.root(-others, s * (1 + squares / (sum * sum)));
        double e = Math.exp(-Math.abs(t));
        double a = (t > 0 ? e : 1) / (1 + e);
        return s * a + Math.max(-t, 0) + Math.log1p(e);
    }

    /** The solution a of s a - log(1 - a) = tau. */
    private static double others(double tau, double s, double log) {
        double most = tau / (1 + s);
        if (most > 0.5) {
            return 1 - WrightOmega.at(s - tau + log) / s;
        }
        // convex and increasing: from the right Newton's method never passes the root
        double a = most;
        for (int iteration = 0; iteration < 20; iteration++) {
            double change = (s * a - Math.log1p(-a) - tau) / (s + 1 / (1 - a));
            a -= change;
            if (Math.abs(change) <= 1e-9 * a) {
                break;
            }
        }
        return a;
    }
}
