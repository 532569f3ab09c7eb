package org.fenchel.solver.stochastic;

import org.fenchel.data.IndicatorRows;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.penalty.Separable;

/**
 * The step on the columns of the row alone. What a column misses while rows without it are drawn, it gets when its turn comes: the
 * mean gradient and the penalty count 1 / p_j times there, where p_j is the part of the rows that contain column j. The estimate
 * stays unbiased, the rate is that of the whole step, and there is nothing to catch up. Cost: the row's entries.
 *
 * <p>F. Pedregosa, R. Leblond, S. Lacoste-Julien, "Breaking the nonsmooth barrier: a scalable parallel method for composite
 * optimization", NIPS 2017 (sparse proximal SAGA, on one thread).
 */
final class SupportStep implements ReducedStep {
    private final Rows rows;
    private final Separable penalty;
    private final int[] starts;
    private final int[] columns;
    private final double[] rarity;

    SupportStep(Rows rows, Separable penalty) {
        this.rows = rows;
        this.penalty = penalty;
        if (rows instanceof SparseRows sparse) {
            starts = sparse.starts();
            columns = sparse.columns();
        } else if (rows instanceof IndicatorRows indicators) {
            starts = indicators.starts();
            columns = indicators.columns();
        } else {
            throw new IllegalArgumentException("rows with every entry stored are stepped on whole");
        }
        rarity = new double[rows.d()];
        for (int t = 0; t < starts[rows.n()]; t++) {
            rarity[columns[t]]++;
        }
        for (int j = 0; j < rarity.length; j++) {
            rarity[j] = rows.n() / rarity[j]; // infinite for a column without entries
        }
    }

    @Override
    public void prepare(double[] weights) {
        for (int j = 0; j < weights.length; j++) {
            if (Double.isInfinite(rarity[j])) {
                weights[j] = penalty.prox(weights[j], Double.MAX_VALUE);
            }
        }
    }

    @Override
    public void take(double[] weights, int i, double correction, double[] mean, double eta) {
        rows.axpy(-eta * correction, i, weights);
        for (int t = starts[i], end = starts[i + 1]; t < end; t++) {
            int j = columns[t];
            double size = eta * rarity[j];
            weights[j] = penalty.prox(weights[j] - size * mean[j], size);
        }
    }
}
