package org.fenchel.solver.factorization;

import org.fenchel.kernel.Blocks;

/**
 * The score of a row of any values w_i, each feature with its own step sizes, as a function of the pull. The vectors at pull a solve
 *
 * <pre>v_i (1 + a eta_i w_i^2) = c_i + a eta_i w_i S,   S = sum_i w_i v_i,</pre>
 *
 * a diagonal plus a matrix of rank one. With q_i = 1 + a eta_i w_i^2 and C = 1 - a sum_i eta_i w_i^2 / q_i it gives S = T1 / C,
 * and score and slope need besides only the norms of the c_i and three weighted sums of them: T1 with weights w_i / q_i, T2 with
 * eta_i w_i^3 / q_i^2, T3 with eta_i w_i^3 / q_i^3. Cost: three sums over the vectors, d k each, and a division an entry.
 *
 * <p>Defined where all q_i and C are positive: for positive pulls that is where the minimum exists, for negative ones within that.
 */
final class GeneralCurve implements ScoreCurve {
    private final int width;
    private final double[] w;
    private final double[] eta;
    private final double[] centre;
    private final double[] norms;
    private final double[] first;
    private final double[] second;
    private final double[] third;
    private final double[] t1;
    private final double[] t2;
    private final double[] t3;
    private final double[] buffer;
    private int m;
    private double linear;
    private double linearSlope;
    private double value;
    private double slope;
    private double inverse;
    private double high;
    private double low;

    /**
     * Work space for rows of at most so many entries.
     *
     * @param buffer where the row's vectors are, {@code width} numbers each
     */
    GeneralCurve(int most, int width, double[] buffer) {
        this.width = width;
        this.buffer = buffer;
        w = new double[most];
        eta = new double[most];
        centre = new double[most];
        norms = new double[most];
        first = new double[most];
        second = new double[most];
        third = new double[most];
        t1 = new double[width];
        t2 = new double[width];
        t3 = new double[width];
    }

    /** Values of the entries, to be filled in before {@link #open}. */
    double[] values() {
        return w;
    }

    /** Step sizes of the vectors, to be filled in before {@link #open}. */
    double[] steps() {
        return eta;
    }

    /** What centres are of the vectors in the buffer, c_i = centre_i v_i, to be filled in before {@link #open}. */
    double[] centres() {
        return centre;
    }

    /**
     * Turns to the row whose vectors are in the buffer.
     *
     * @param entries of the row
     * @param constant the constant, the weights and the offset, at their centres
     * @param constantSlope step size of the constant plus the sum of w_i^2 times those of the weights
     */
    void open(int entries, double constant, double constantSlope) {
        m = entries;
        linear = constant;
        linearSlope = constantSlope;
        Blocks.squaredNorms(m, width, buffer, norms);
        double largest = 0;
        for (int i = 0; i < m; i++) {
            norms[i] *= centre[i] * centre[i];
            largest = Math.max(largest, eta[i] * w[i] * w[i]);
        }
        boolean pairs = m > 1 && largest > 0;
        // the terms of the score grow like 1 / q^2 towards q = 0 and cancel: from 0.99 of the way they would leave 12
        // digits
        low = pairs ? -0.99 / largest : Double.NEGATIVE_INFINITY;
        high = pairs ? singular(largest) : Double.POSITIVE_INFINITY;
    }

    /**
     * The a > 0 with sum_i a eta_i w_i^2 / (1 + a eta_i w_i^2) = 1. The sum is concave in a, so Newton's method approaches from below.
     */
    private double singular(double largest) {
        double a = 0;
        for (int k = 0; k < 60; k++) {
            double sum = -1;
            double derivative = 0;
            for (int i = 0; i < m; i++) {
                double t = eta[i] * w[i] * w[i];
                double q = 1 / (1 + a * t);
                sum += a * t * q;
                derivative += t * q * q;
            }
            double next = a - sum / derivative;
            if (!(next > a * (1 + 1e-14)) || next * largest > 1e14) {
                break; // one value alone has no such a, and a far one is as good as none
            }
            a = next;
        }
        return a;
    }

    @Override
    public void at(double a) {
        double e1 = 0;
        double e2 = 0;
        double e3 = 0;
        double e4 = 0;
        double n1 = 0;
        double n2 = 0;
        for (int i = 0; i < m; i++) {
            double wi = w[i];
            double square = wi * wi;
            double t = eta[i] * square;
            double q = 1 / (1 + a * t);
            first[i] = centre[i] * wi * q;
            second[i] = first[i] * t * q;
            third[i] = second[i] * q;
            double tq = t * q;
            double tq2 = tq * q;
            e1 += tq;
            e2 += tq2;
            e3 += tq2 * q;
            e4 += tq * tq;
            double norm = square * norms[i] * q * q;
            n1 += norm;
            n2 += norm * tq;
        }
        Blocks.combine(m, width, buffer, first, t1);
        Blocks.combine(m, width, buffer, second, t2);
        Blocks.combine(m, width, buffer, third, t3);
        inverse = 1 / (1 - a * e1);
        double ss = 0;
        double s2 = 0;
        double s3 = 0;
        double dd = 0;
        for (int f = 0; f < width; f++) {
            double s = t1[f] * inverse;
            double d = s * e2 - t2[f];
            ss += s * s;
            s2 += s * t2[f];
            s3 += s * t3[f];
            dd += d * d;
        }
        value = linear + a * linearSlope + 0.5 * (ss * (1 - a * a * e4) - n1) - a * s2;
        slope = linearSlope + ss * e3 + n2 - 2 * s3 + a * inverse * dd;
    }

    /** The factor by which t1 becomes S at the pull turned to. */
    double inverse() {
        return inverse;
    }

    /** The sum of w_i c_i / q_i at the pull turned to, length width. */
    double[] sum() {
        return t1;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public double slope() {
        return slope;
    }

    @Override
    public double low() {
        return low;
    }

    @Override
    public double high() {
        return high;
    }
}
