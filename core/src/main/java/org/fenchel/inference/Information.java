package org.fenchel.inference;

import java.util.Arrays;
import org.fenchel.data.ColumnGram;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Shards;
import org.fenchel.kernel.Symmetric;

/**
 * Gram matrices of a design with its column of ones in front, X'EX, and the Cholesky factor of one of them, scaled to a diagonal
 * of ones. Columns are numbered from 0 with the intercept first where there is one.
 */
final class Information {
    /**
     * What is left of a column of length 1 when those before it are taken out, squared, if it is one of their combinations: the
     * rounding of a Gram matrix over a million rows is below.
     */
    private static final double NOTHING = 1e-11;

    private final int order;
    private final int front;
    private final double[] scale;
    private final double[] factor;

    private Information(int order, int front, double[] scale, double[] factor) {
        this.order = order;
        this.front = front;
        this.scale = scale;
        this.factor = factor;
    }

    /** X'EX, lower triangle, the column of ones first. Cost: n p^2 / 2 multiply-adds when dense. */
    static double[] gram(Rows rows, boolean intercept, double[] e) {
        int d = rows.d();
        int order = d + (intercept ? 1 : 0);
        if (order > 46_340) {
            throw InvalidInput.of(
                    "a covariance of " + order + " weights does not fit into one matrix",
                    "leave --standard-errors out, or fit fewer features");
        }
        int[] all = new int[rows.n()];
        Arrays.setAll(all, i -> i);
        int[] columns = new int[d];
        Arrays.setAll(columns, j -> j);
        double[] h = new double[order * order];
        new ColumnGram(rows, intercept).add(all, all.length, e, columns, d, h);
        return intercept ? onesFirst(order, h) : h;
    }

    private static double[] onesFirst(int order, double[] h) {
        double[] moved = new double[h.length];
        int last = (order - 1) * order;
        moved[0] = h[last + order - 1];
        for (int i = 1; i < order; i++) {
            moved[i * order] = h[last + i - 1];
            System.arraycopy(h, (i - 1) * order, moved, i * order + 1, i);
        }
        return moved;
    }

    /**
     * Factors a Gram matrix.
     *
     * @param gram lower triangle, overwritten
     * @param columns how to name them
     * @throws InvalidInput if a column is 0 or a combination of those before it, with their names
     */
    static Information factor(int order, boolean intercept, double[] gram, ColumnNames columns) {
        int front = intercept ? 1 : 0;
        double[] scale = new double[order];
        for (int i = 0; i < order; i++) {
            scale[i] = Math.sqrt(gram[i * order + i]);
            if (!(scale[i] > 0)) {
                throw columns.constant(i - front);
            }
        }
        for (int i = 0; i < order; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i * order + j] /= scale[i] * scale[j];
            }
        }
        int independent = Symmetric.independent(order, gram, NOTHING);
        if (independent < order) {
            throw columns.dependent(independent - front, front, combination(order, independent, gram));
        }
        return new Information(order, front, scale, gram);
    }

    /** Coefficients of column i, scaled like the others, as a combination of those before it. */
    private static double[] combination(int order, int i, double[] l) {
        double[] x = Arrays.copyOfRange(l, i * order, i * order + i);
        for (int j = i - 1; j >= 0; j--) {
            x[j] /= l[j * order + j];
            for (int k = 0; k < j; k++) {
                x[k] -= x[j] * l[j * order + k];
            }
        }
        return x;
    }

    int order() {
        return order;
    }

    /** Where feature j stands. */
    int place(int j) {
        return front + j;
    }

    /** Solves X'EX x = b in place of b. */
    void solve(double[] b) {
        divide(b);
        Symmetric.solve(order, factor, b);
        divide(b);
    }

    private void divide(double[] b) {
        for (int i = 0; i < order; i++) {
            b[i] /= scale[i];
        }
    }

    /** The inverse, both triangles. Cost: order^3 multiply-adds, on all cores. */
    double[][] inverse() {
        double[][] inverse = new double[order][order];
        for (int i = 0; i < order; i++) {
            inverse[i][i] = 1;
        }
        solveAll(inverse);
        return inverse;
    }

    /** Solves for each of these right-hand sides, in their place. */
    void solveAll(double[][] right) {
        int shards = Shards.count((double) right.length * order * order);
        Shards.run(shards, s -> {
            for (int k = Shards.start(s, shards, right.length), end = Shards.start(s + 1, shards, right.length);
                    k < end;
                    k++) {
                solve(right[k]);
            }
        });
    }
}
