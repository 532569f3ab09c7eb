package org.fenchel.solver.direct;

import java.util.Arrays;
import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Vectors;

/**
 * A symmetric positive semi-definite matrix G, factored once and solved for the solution of least norm.
 *
 * <p>First by Cholesky's factor of the matrix scaled to a diagonal of ones, which makes it indifferent to the units of columns. Where
 * a pivot shows columns to be dependent up to rounding, by Cholesky's method with complete pivoting, which reveals the rank:
 * G = M M' with M of full column rank, and the solution of least norm of G x = v is M (M'M)^-1 (M'M)^-1 M'v, by two solves with
 * the factor of M'M. Cost: order^3 / 6 multiply-adds, a few times that for dependent columns.
 *
 * <p>Source: N. Higham, "Accuracy and Stability of Numerical Algorithms" (2002), section 10.3.
 */
final class SemiDefinite {
    /** A pivot below this part of the diagonal is rounding: entries of Gram matrices carry errors of a few hundred ulps. */
    private static final double RANK = 1e-12;

    /** Pivots above this: the scaled matrix has a condition of some hundreds, which costs two or three digits of sixteen. */
    private static final double HARMLESS = 1e-2;

    private final int n;
    private final double[] scale;
    private final double[] factor;
    private final boolean full;
    private final boolean wellConditioned;
    private final boolean broken;

    // for dependent columns: M' row by row, r x n, and the factor of M'M
    private final double[] spanning;
    private final double[] inner;
    private final double[] reduced;
    private final int rank;

    /**
     * @param matrix of order n, lower triangle; its contents are lost
     */
    SemiDefinite(int n, double[] matrix) {
        this.n = n;
        scale = new double[n];
        boolean overflow = false;
        for (int i = 0; i < n; i++) {
            double diagonal = matrix[i * n + i];
            overflow |= !Double.isFinite(diagonal);
            scale[i] = diagonal > 1e-290 ? 1 / Math.sqrt(diagonal) : 0;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i * n + j] *= scale[i] * scale[j];
            }
            matrix[i * n + i] = scale[i] > 0 ? 1 : 0;
        }
        broken = overflow;
        double[] copy = matrix.clone();
        double least = Symmetric.cholesky(n, copy) ? leastPivot(n, copy) : 0;
        full = least > RANK;
        wellConditioned = least > HARMLESS;
        if (full) {
            factor = copy;
            rank = n;
            spanning = new double[0];
            inner = new double[0];
            reduced = new double[0];
            return;
        }
        factor = new double[0];
        spanning = new double[n * n];
        rank = pivoted(n, matrix, spanning);
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < n; i++) {
                spanning[k * n + i] = scale[i] > 0 ? spanning[k * n + i] / scale[i] : 0;
            }
        }
        inner = new double[rank * rank];
        for (int k = 0; k < rank; k++) {
            for (int l = 0; l <= k; l++) {
                inner[k * rank + l] = Vectors.dot(n, spanning, k * n, spanning, l * n);
            }
        }
        if (rank > 0 && !Symmetric.cholesky(rank, inner)) {
            inner[0] = Double.NaN; // not finite: every solution shows it
        }
        reduced = new double[rank];
    }

    private static double leastPivot(int n, double[] factor) {
        double least = 1;
        for (int i = 0; i < n; i++) {
            double root = factor[i * n + i];
            least = Math.min(least, root * root);
        }
        return least;
    }

    /** Rows k of out become the columns of the factor, in the matrix's own order; returns how many there are. */
    private static int pivoted(int n, double[] a, double[] out) {
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            left[i] = a[i * n + i];
        }
        for (int k = 0; k < n; k++) {
            int pivot = 0;
            for (int i = 1; i < n; i++) {
                pivot = left[i] > left[pivot] ? i : pivot;
            }
            if (!(left[pivot] > RANK)) {
                return k;
            }
            double root = Math.sqrt(left[pivot]);
            int row = k * n;
            for (int i = 0; i < n; i++) {
                out[row + i] = i >= pivot ? a[i * n + pivot] : a[pivot * n + i];
            }
            for (int l = 0; l < k; l++) {
                Vectors.axpy(n, -out[l * n + pivot], out, l * n, out, row);
            }
            for (int i = 0; i < n; i++) {
                boolean done = left[i] == Double.NEGATIVE_INFINITY;
                out[row + i] = done ? 0 : i == pivot ? root : out[row + i] / root;
                left[i] -= out[row + i] * out[row + i];
            }
            left[pivot] = Double.NEGATIVE_INFINITY;
        }
        return n;
    }

    /** Whether a solve loses only a few digits. */
    boolean wellConditioned() {
        return wellConditioned;
    }

    /** Solves G x = v of least norm, in place of v; not numbers where the matrix has overflowed. */
    void solve(double[] v) {
        if (broken) {
            Arrays.fill(v, 0, n, Double.NaN);
            return;
        }
        if (full) {
            for (int i = 0; i < n; i++) {
                v[i] *= scale[i];
            }
            Symmetric.solve(n, factor, v);
            for (int i = 0; i < n; i++) {
                v[i] *= scale[i];
            }
            return;
        }
        for (int k = 0; k < rank; k++) {
            reduced[k] = Vectors.dot(n, spanning, k * n, v, 0);
        }
        if (rank > 0) {
            Symmetric.solve(rank, inner, reduced);
            Symmetric.solve(rank, inner, reduced);
        }
        Arrays.fill(v, 0, n, 0);
        for (int k = 0; k < rank; k++) {
            Vectors.axpy(n, reduced[k], spanning, k * n, v, 0);
        }
    }
}
