package org.fenchel.solver.direct;

import java.util.Arrays;
import org.fenchel.data.ColumnGram;
import org.fenchel.data.DenseRows;
import org.jspecify.annotations.Nullable;

/**
 * The normal equations, (A'SA + l2 I) c = A'S^1/2 r - l2 b. Dense rows are centred before they are multiplied, so that columns far
 * from 0 (years, say) lose no digits; of sparse ones the mean is taken out afterwards.
 */
final class ColumnSide implements Correction {
    private final CentredRows rows;
    private final double l2;
    private @Nullable SemiDefinite system;

    ColumnSide(CentredRows rows) {
        this.rows = rows;
        l2 = rows.problem.penalty().l2();
    }

    @Override
    public void solve(double[] r, double[] b, double[] out) {
        SemiDefinite known = system == null ? factor() : system;
        system = known;
        rows.transposed(r, out);
        for (int j = 0; j < out.length; j++) {
            out[j] -= l2 * b[j];
        }
        known.solve(out);
    }

    @Override
    public boolean exact() {
        return system != null && system.wellConditioned();
    }

    private SemiDefinite factor() {
        int d = rows.d();
        int[] columns = new int[d];
        Arrays.setAll(columns, j -> j);
        double[] matrix = new double[d * d];
        boolean centred = rows.problem.intercept() && rows.rows instanceof DenseRows;
        ColumnGram gram =
                centred ? ColumnGram.centred((DenseRows) rows.rows, rows.mean) : new ColumnGram(rows.rows, false);
        gram.add(rows.all, rows.n(), rows.problem.shares(), columns, d, matrix);
        for (int i = 0; i < d; i++) {
            if (!centred) {
                for (int j = 0; j <= i; j++) {
                    matrix[i * d + j] -= rows.mean[i] * rows.mean[j];
                }
            }
            matrix[i * d + i] = Math.max(0, matrix[i * d + i]) + l2;
        }
        return new SemiDefinite(d, matrix);
    }
}
