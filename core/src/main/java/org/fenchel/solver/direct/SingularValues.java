package org.fenchel.solver.direct;

import java.util.Arrays;
import org.fenchel.kernel.Orthogonal;

/**
 * By singular values, of the matrix itself and not of its square: a condition of 1e10 costs ten digits, where normal equations have
 * none left, and the rank is that of the data to the last bits. Singular values below {@code max(n, d) 2^-52} of the largest count as
 * 0, so the solution is the one of least norm.
 *
 * <p>On the side of the columns (A r) with sqrt(l2) (I -b) below it is reduced to a triangle R, whose last column holds the right side in
 * the range of A; on that of the rows A' is, and b + c = A' P diag(1 / (s^2 + l2)) P'(r + A b) with P the left singular vectors of A. Cost:
 * 3 n d^2 + 10 d^3 multiply-adds, or the same with n and d exchanged; memory of a few times the square of the smaller side.
 *
 * <p>Source: A. Björck, "Numerical Methods for Least Squares Problems" (1996), sections 2.4 and 2.7.
 */
final class SingularValues implements Correction {
    private final CentredRows rows;
    private final double l2;

    SingularValues(CentredRows rows) {
        this.rows = rows;
        l2 = rows.problem.penalty().l2();
    }

    @Override
    public void solve(double[] r, double[] b, double[] out) {
        if (rows.n() < rows.d()) {
            onRows(r, b, out);
        } else {
            onColumns(r, b, out);
        }
    }

    @Override
    public boolean exact() {
        return true;
    }

    private void onColumns(double[] r, double[] b, double[] out) {
        int d = rows.d();
        Triangle triangle = new Triangle(d + 1);
        double[] row = new double[d];
        for (int i = 0; i < rows.n(); i++) {
            rows.row(i, row);
            triangle.next();
            for (int j = 0; j < d; j++) {
                triangle.set(j, row[j]);
            }
            triangle.set(d, r[i]);
        }
        double root = Math.sqrt(l2);
        for (int j = 0; j < d && l2 > 0; j++) {
            triangle.next();
            triangle.set(j, root);
            triangle.set(d, -root * b[j]);
        }
        double[] values = new double[d];
        double[] u = new double[d * d];
        double[] vTransposed = new double[d * d];
        boolean found = Orthogonal.singular(d, triangle.reduced(d, d), values, u, vTransposed);
        double[] right = new double[d];
        Arrays.setAll(right, i -> triangle.entry(i, d));
        double least = least(values);
        Arrays.fill(out, found ? 0 : Double.NaN);
        for (int k = 0; k < d && values[k] > least; k++) {
            double along = 0;
            for (int i = 0; i < d; i++) {
                along += u[k * d + i] * right[i];
            }
            for (int j = 0; j < d; j++) {
                out[j] += along / values[k] * vTransposed[j * d + k];
            }
        }
    }

    private void onRows(double[] r, double[] b, double[] out) {
        int n = rows.n();
        double[] values = new double[n];
        double[] vTransposed = new double[n * n];
        double[] factor = transposedTriangle().reduced(n, n);
        boolean found = Orthogonal.singular(n, factor, values, new double[n * n], vTransposed);
        double[] right = r.clone();
        if (l2 > 0) {
            double[] along = new double[n];
            rows.multiply(b, along);
            Arrays.setAll(right, i -> r[i] + along[i]);
        }
        double[] a = new double[n];
        double least = least(values);
        Arrays.fill(a, found ? 0 : Double.NaN);
        for (int k = 0; k < n && values[k] > least; k++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += vTransposed[i * n + k] * right[i];
            }
            for (int i = 0; i < n; i++) {
                a[i] += along / (values[k] * values[k] + l2) * vTransposed[i * n + k];
            }
        }
        rows.transposed(a, out);
        for (int j = 0; j < out.length && l2 > 0; j++) {
            out[j] -= b[j];
        }
    }

    /** The triangle of A', whose rows are gathered from all rows of the data a block of columns at a time. */
    private Triangle transposedTriangle() {
        int n = rows.n();
        int d = rows.d();
        Triangle triangle = new Triangle(n);
        int width = Math.max(256, 2 * n);
        double[] row = new double[d];
        double[] block = new double[Math.multiplyExact(n, Math.min(width, d))];
        for (int from = 0; from < d; from += width) {
            int columns = Math.min(width, d - from);
            for (int i = 0; i < n; i++) {
                rows.row(i, row);
                System.arraycopy(row, from, block, i * columns, columns);
            }
            for (int j = 0; j < columns; j++) {
                triangle.next();
                for (int i = 0; i < n; i++) {
                    triangle.set(i, block[i * columns + j]);
                }
            }
        }
        return triangle;
    }

    private double least(double[] values) {
        return values.length == 0 ? 0 : Math.max(rows.n(), rows.d()) * 0x1p-52 * values[0];
    }
}
