package org.fenchel.loss;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;

/**
 * The multinomial logistic loss, l(z, y) = log(sum_k exp(z_k)) - z_y: the negative log-likelihood of softmax regression.
 *
 * <p>With p = softmax(z): gradient p - e_y, Hessian diag(p) - p p', whose eigenvalues are at most 1/2 (Böhning, "Multinomial logistic
 * regression algorithm", 1992); l*(u, y) = sum_k q_k log(q_k) for q = u + e_y a probability vector. Adding one number to all
 * margins changes nothing. The proximal step is left to {@link SoftmaxRoot}.
 */
@AutoService(VectorLoss.class)
@Described("log(sum_k exp(z_k)) - z_y: multinomial logistic regression")
public record Softmax() implements VectorLoss {
    /** A sum of so many ulps of 1 for each class is rounding. */
    private static final double ROUNDING = 0x1p-50;

    @Override
    public double value(int k, double[] z, int zAt, double y) {
        int own = zAt + (int) y;
        double sum = 0;
        double top = z[own];
        for (int j = zAt; j < zAt + k; j++) {
            top = Math.max(top, z[j]);
        }
        if (top == z[own]) {
            // log1p keeps what is small beside 1
            for (int j = zAt; j < zAt + k; j++) {
                sum += j == own ? 0 : Math.exp(z[j] - top);
            }
            return Math.log1p(sum);
        }
        for (int j = zAt; j < zAt + k; j++) {
            sum += Math.exp(z[j] - top);
        }
        return Math.log(sum) + (top - z[own]);
    }

    @Override
    public double gradient(int k, double[] z, int zAt, double y, double[] out, int outAt) {
        int own = (int) y;
        double top = z[zAt];
        for (int j = 1; j < k; j++) {
            top = Math.max(top, z[zAt + j]);
        }
        double margin = z[zAt + own];
        double others = 0;
        for (int j = 0; j < k; j++) {
            double e = Math.exp(z[zAt + j] - top);
            out[outAt + j] = e;
            others += j == own ? 0 : e;
        }
        return normalise(k, own, others, top - margin, out, outAt);
    }

    /** From exponentials to the gradient; {@code below} is how far the own margin lies below the largest. */
    private static double normalise(int k, int own, double others, double below, double[] out, int outAt) {
        double mine = out[outAt + own];
        double inverse = 1 / (mine + others);
        for (int j = 0; j < k; j++) {
            out[outAt + j] *= inverse;
        }
        // not p_y - 1, which would lose the digits of a row that is well explained
        out[outAt + own] = -others * inverse;
        return below == 0 ? Math.log1p(others) : below - Math.log(inverse);
    }

    /** Entry j of the probability vector that belongs to u. */
    private static double probability(double[] u, int uAt, int j, int own) {
        return j == own ? 1 + u[uAt + j] : u[uAt + j];
    }

    @Override
    public void product(int k, double[] u, int uAt, double y, double[] v, int vAt, double[] out, int outAt) {
        int own = (int) y;
        double mean = 0;
        for (int j = 0; j < k; j++) {
            mean += probability(u, uAt, j, own) * v[vAt + j];
        }
        for (int j = 0; j < k; j++) {
            out[outAt + j] = probability(u, uAt, j, own) * (v[vAt + j] - mean);
        }
    }

    @Override
    public void diagonal(int k, double[] u, int uAt, double y, double[] out, int outAt) {
        for (int j = 0; j < k; j++) {
            double a = Math.abs(u[uAt + j]);
            out[outAt + j] = a * (1 - a);
        }
    }

    @Override
    public double smoothness() {
        return 0.5;
    }

    @Override
    public double conjugate(int k, double[] u, int uAt, double y) {
        int own = (int) y;
        double sum = 0;
        double value = 0;
        for (int j = 0; j < k; j++) {
            double a = u[uAt + j];
            sum += a;
            double p = j == own ? 1 + a : a;
            if (!(p >= 0)) {
                return Double.POSITIVE_INFINITY;
            }
            if (p > 0) {
                value += p * (j == own ? Math.log1p(a) : Math.log(a));
            }
        }
        return Math.abs(sum) <= k * ROUNDING ? value : Double.POSITIVE_INFINITY;
    }

    @Override
    public DualDomain domain() {
        return DualDomain.SIMPLEX;
    }

    @Override
    public void proxGradient(int k, double[] z, int zAt, double step, double y, double[] out, int outAt) {
        SoftmaxRoot.dual(k, z, zAt, step, (int) y, out, outAt);
    }

    @Override
    public void probabilities(int k, double[] z, int zAt, double[] out, int outAt) {
        double top = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < k; j++) {
            top = Math.max(top, z[zAt + j]);
        }
        double sum = 0;
        for (int j = 0; j < k; j++) {
            out[outAt + j] = Math.exp(z[zAt + j] - top);
            sum += out[outAt + j];
        }
        for (int j = 0; j < k; j++) {
            out[outAt + j] /= sum;
        }
    }
}
