package org.fenchel.solver.factorization;

import java.util.Arrays;
import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;

/**
 * A proximal step on one row of m features, beside it the plainest code for what it minimises: parameters are one vector x, the
 * constant first, then m weights, then m vectors of k.
 */
final class OneRow {
    final int m;
    final int k;
    final double[] w;
    final double y;
    final double scale;
    final double l2Weights;
    final double l2Factors;
    final Loss loss;
    final double[] before;
    final double[] metric;
    final Factors factors;
    final RowStep step;

    OneRow(Random random, Loss loss, double y, boolean ones, boolean adaptive, boolean ridge, double eta) {
        m = 1 + random.nextInt(12);
        k = 1 + random.nextInt(9);
        this.loss = loss;
        this.y = y;
        w = new double[m];
        Arrays.setAll(w, i -> ones ? 1 : random.nextGaussian());
        l2Weights = ridge ? 0.3 * random.nextDouble() : 0;
        l2Factors = ridge ? 0.3 * random.nextDouble() : 0;
        double share = random.nextDouble();
        int[] starts = {0, m, 2 * m};
        int[] columns = new int[2 * m];
        Arrays.setAll(columns, c -> c % m);
        double[] twice = new double[2 * m];
        Arrays.setAll(twice, c -> w[c % m]);
        Rows rows = ones ? IndicatorRows.wrap(m, starts, columns) : SparseRows.wrap(m, starts, columns, twice);
        Dataset data = Dataset.of(rows, new double[] {y, y}).withWeights(new double[] {share, 1});
        FactorizationFit problem = FactorizationFit.of(data, loss, k, l2Weights, l2Factors);
        scale = problem.scale(0);
        factors = Factors.zero(m, k, false);
        before = new double[1 + m + m * k];
        double size = Math.pow(10, -2 + 2.5 * random.nextDouble());
        Arrays.setAll(before, p -> (p <= m ? 1 : size) * random.nextGaussian());
        metric = new double[before.length];
        Arrays.fill(metric, 1);
        for (int i = 0; i < m; i++) {
            factors.setWeight(i, before[1 + i]);
            for (int f = 0; f < k; f++) {
                factors.setFactor(i, f, before[1 + m + i * k + f]);
            }
            if (adaptive) {
                factors.setKept(i, 5 * random.nextDouble());
                double h = Math.sqrt(1 + factors.kept(i));
                metric[1 + i] = h;
                Arrays.fill(metric, 1 + m + i * k, 1 + m + i * k + k, h);
            }
        }
        step = new RowStep(problem, factors, before[0], eta, 1, adaptive);
    }

    /** The parameters now. */
    double[] now() {
        double[] x = new double[before.length];
        x[0] = step.constant();
        for (int i = 0; i < m; i++) {
            x[1 + i] = factors.weight(i);
            for (int f = 0; f < k; f++) {
                x[1 + m + i * k + f] = factors.factor(i, f);
            }
        }
        return x;
    }

    /** The score, pair by pair as it is defined. */
    double score(double[] x) {
        double z = x[0];
        for (int i = 0; i < m; i++) {
            z += w[i] * x[1 + i];
            for (int j = i + 1; j < m; j++) {
                for (int f = 0; f < k; f++) {
                    z += w[i] * w[j] * x[1 + m + i * k + f] * x[1 + m + j * k + f];
                }
            }
        }
        return z;
    }

    /** The gradient of the score. */
    double[] scoreGradient(double[] x) {
        double[] g = new double[x.length];
        g[0] = 1;
        for (int i = 0; i < m; i++) {
            g[1 + i] = w[i];
            for (int j = 0; j < m; j++) {
                for (int f = 0; f < k && j != i; f++) {
                    g[1 + m + i * k + f] += w[i] * w[j] * x[1 + m + j * k + f];
                }
            }
        }
        return g;
    }

    /** The ridge on parameter p. */
    double ridge(int p) {
        return scale * (p == 0 ? 0 : p <= m ? l2Weights : l2Factors);
    }

    /** What a step minimises. */
    double objective(double[] x, double eta) {
        double sum = scale * loss.value(score(x), y);
        for (int p = 0; p < x.length; p++) {
            double moved = x[p] - before[p];
            sum += metric[p] * moved * moved / (2 * eta) + 0.5 * ridge(p) * x[p] * x[p];
        }
        return sum;
    }

    /** The gradient of that, for a pull in place of minus the derivative of the loss. */
    double[] gradient(double[] x, double eta, double pull) {
        double[] g = scoreGradient(x);
        for (int p = 0; p < x.length; p++) {
            g[p] = -pull * g[p] + metric[p] * (x[p] - before[p]) / eta + ridge(p) * x[p];
        }
        return g;
    }
}
