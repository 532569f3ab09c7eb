package org.fenchel.solver.direct;

import org.fenchel.data.DenseRows;
import org.fenchel.data.RowGram;
import org.jspecify.annotations.Nullable;

/**
 * The dual of the normal equations, for fewer rows than columns: c = A'S^1/2 a with (S^1/2 A A' S^1/2 + l2 I) a = r, around b = 0;
 * around other b, which lies in the span of the rows but for a part that l2 takes out, c is corrected by that part.
 * Dense rows are centred before they are multiplied, of sparse ones the mean is taken out afterwards.
 */
final class RowSide implements Correction {
    private final CentredRows rows;
    private final double l2;
    private final double[] a;
    private final double[] along;
    private @Nullable SemiDefinite system;

    RowSide(CentredRows rows) {
        this.rows = rows;
        l2 = rows.problem.penalty().l2();
        a = new double[rows.n()];
        along = new double[rows.n()];
    }

    @Override
    public void solve(double[] r, double[] b, double[] out) {
        SemiDefinite known = system == null ? factor() : system;
        system = known;
        System.arraycopy(r, 0, a, 0, a.length);
        boolean around = l2 > 0 && !CentredRows.isZero(b, out.length);
        if (around) {
            // b + c = A'S^1/2 a with (K + l2) a = r + S^1/2 A b, b itself taken back
            rows.multiply(b, along);
            for (int i = 0; i < a.length; i++) {
                a[i] += along[i];
            }
        }
        known.solve(a);
        rows.transposed(a, out);
        if (around) {
            for (int j = 0; j < out.length; j++) {
                out[j] -= b[j];
            }
        }
    }

    @Override
    public boolean exact() {
        return system != null && system.wellConditioned();
    }

    private SemiDefinite factor() {
        int n = rows.n();
        double[] matrix = new double[n * n];
        boolean centred = rows.problem.intercept() && rows.rows instanceof DenseRows;
        RowGram gram = centred ? RowGram.centred((DenseRows) rows.rows, rows.mean) : new RowGram(rows.rows);
        gram.fill(rows.all, n, 1, 0, matrix);
        double[] means = new double[n];
        double square = 0;
        if (!centred) {
            rows.rows.multiply(rows.all, n, rows.mean, means);
            square = CentredRows.dot(rows.mean, rows.mean);
        }
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = centred ? rows.squaredNorm(i) : rows.rows.squaredNorm(i);
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] = rows.roots[i] * rows.roots[j] * (matrix[i * n + j] - means[i] - means[j] + square);
            }
            matrix[i * n + i] = Math.max(0, matrix[i * n + i]) + l2;
        }
        return new SemiDefinite(n, matrix);
    }
}
