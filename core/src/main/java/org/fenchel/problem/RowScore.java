package org.fenchel.problem;

import org.fenchel.data.RowEntries;
import org.fenchel.kernel.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * Scores of a factorization machine, one row at a time:
 *
 * <pre>sigma = b0 + sum_i w_i b_i + 1/2 (||sum_i w_i v_i||^2 - sum_i w_i^2 ||v_i||^2)</pre>
 *
 * (S. Rendle, "Factorization machines", ICDM 2010). Cost: d k for a row of d entries. Holds work space for one row; not
 * thread-safe.
 */
public final class RowScore {
    private final Factors factors;
    private final double[] buffer;
    private final double[] sum;
    private final double[] norms;
    private final double[] weights;

    /**
     * Work space for rows of at most so many entries.
     *
     * @param factors the machine's, read at each call
     */
    public RowScore(Factors factors, int most) {
        this.factors = factors;
        buffer = new double[most * factors.width()];
        sum = new double[factors.width()];
        norms = new double[most];
        weights = new double[most];
    }

    /** The score without its constant b0. */
    public double of(RowEntries row) {
        return of(row.count(), row.columns(), row.ones() ? null : row.values(), row.at());
    }

    /**
     * The score without its constant b0.
     *
     * @param m entries of the row
     * @param columns their features, from {@code at} on; those the machine does not know must have been left out
     * @param values their values, from {@code at} on, or null where all are 1
     */
    public double of(int m, int[] columns, double @Nullable [] values, int at) {
        double squares = factors.gather(m, columns, at, buffer, sum);
        double linear = 0;
        if (values == null) {
            for (int i = 0; i < m; i++) {
                linear += factors.weight(columns[at + i]);
            }
        } else {
            Blocks.squaredNorms(m, factors.width(), buffer, norms);
            squares = 0;
            for (int i = 0; i < m; i++) {
                double w = values[at + i];
                weights[i] = w;
                squares += w * w * norms[i];
                linear += w * factors.weight(columns[at + i]);
            }
            Blocks.combine(m, factors.width(), buffer, weights, sum);
        }
        double square = 0;
        for (double s : sum) {
            square += s * s;
        }
        return linear + 0.5 * (square - squares);
    }

    /** Vectors of the row scored last, width numbers each. */
    double[] vectors() {
        return buffer;
    }

    /** The sum of the row's vectors times its values, for the row scored last. */
    double[] sum() {
        return sum;
    }

    /** The sum of the squared norms of the vectors of the row scored last. */
    double squaredNorms(int m) {
        double total = 0;
        Blocks.squaredNorms(m, factors.width(), buffer, norms);
        for (int i = 0; i < m; i++) {
            total += norms[i];
        }
        return total;
    }
}
