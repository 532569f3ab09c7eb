package org.fenchel.solver.factorization;

import java.util.function.DoubleUnaryOperator;

/** The article's search: golden section over the dual scalar, each evaluation solving for all vectors anew. */
final class GoldenSection {
    private static final double RATIO = (Math.sqrt(5) - 1) / 2;

    private GoldenSection() {}

    /** The maximiser of a concave function on [0, 1], as closely as function values tell. */
    static double maximise(DoubleUnaryOperator q) {
        double low = 0;
        double high = 1;
        double c = high - RATIO * (high - low);
        double d = low + RATIO * (high - low);
        double qc = q.applyAsDouble(c);
        double qd = q.applyAsDouble(d);
        while (high - low > 1e-9) {
            if (qc > qd) {
                high = d;
                d = c;
                qd = qc;
                c = high - RATIO * (high - low);
                qc = q.applyAsDouble(c);
            } else {
                low = c;
                c = d;
                qc = qd;
                d = low + RATIO * (high - low);
                qd = q.applyAsDouble(d);
            }
        }
        return (low + high) / 2;
    }

    /** q(z): the minimum over the parameters for a logistic loss, by Gaussian elimination, minus the conjugate. */
    static double dual(OneRow row, double eta, double z) {
        double pull = row.scale * z * row.y;
        double[] x = minimiser(row, eta, pull);
        double value = -pull * row.score(x);
        for (int p = 0; p < x.length; p++) {
            double moved = x[p] - row.before[p];
            value += row.metric[p] * moved * moved / (2 * eta) + 0.5 * row.ridge(p) * x[p] * x[p];
        }
        double entropy = z <= 0 || z >= 1 ? 0 : z * Math.log(z) + (1 - z) * Math.log(1 - z);
        return value - row.scale * entropy;
    }

    /** The parameters that minimise -pull times the score plus what holds them: linear equations, coordinate by coordinate. */
    private static double[] minimiser(OneRow row, double eta, double pull) {
        double[] x = row.before.clone();
        x[0] = row.before[0] + eta * pull / row.metric[0];
        for (int i = 0; i < row.m; i++) {
            int p = 1 + i;
            double curvature = row.metric[p] / eta + row.ridge(p);
            x[p] = (row.metric[p] / eta * row.before[p] + pull * row.w[i]) / curvature;
        }
        for (int f = 0; f < row.k; f++) {
            double[][] a = new double[row.m][row.m];
            double[] b = new double[row.m];
            for (int i = 0; i < row.m; i++) {
                int p = 1 + row.m + i * row.k + f;
                for (int j = 0; j < row.m; j++) {
                    a[i][j] = i == j ? row.metric[p] / eta + row.ridge(p) : -pull * row.w[i] * row.w[j];
                }
                b[i] = row.metric[p] / eta * row.before[p];
            }
            double[] v = PlainNewton.solve(a, b);
            for (int i = 0; i < row.m; i++) {
                x[1 + row.m + i * row.k + f] = v[i];
            }
        }
        return x;
    }
}
