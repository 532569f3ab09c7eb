package org.fenchel.solver.factorization;

/** Damped Newton in all variables of a step at once, with the whole Hessian: slow, and knows nothing of the score's structure. */
final class PlainNewton {
    private PlainNewton() {}

    static double[] minimise(OneRow row, double eta) {
        double[] x = row.before.clone();
        for (int t = 0; t < 100; t++) {
            double z = row.score(x);
            double[] g = row.gradient(x, eta, -row.scale * row.loss.derivative(z, row.y));
            double[] move = solve(hessian(row, x, eta), g);
            double slope = 0;
            for (int p = 0; p < x.length; p++) {
                slope += g[p] * move[p];
            }
            if (slope < 0) {
                move = g.clone(); // not convex here: along the gradient
                slope = 1;
            }
            double was = row.objective(x, eta);
            double length = 1;
            double[] next = moved(x, move, length);
            while (row.objective(next, eta) > was && length > 1e-12) {
                length /= 2;
                next = moved(x, move, length);
            }
            x = next;
            if (slope < 1e-26) {
                break;
            }
        }
        return x;
    }

    private static double[] moved(double[] x, double[] move, double length) {
        double[] next = x.clone();
        for (int p = 0; p < x.length; p++) {
            next[p] -= length * move[p];
        }
        return next;
    }

    private static double[][] hessian(OneRow row, double[] x, double eta) {
        double z = row.score(x);
        double first = row.scale * row.loss.derivative(z, row.y);
        double second = row.scale * row.loss.secondDerivative(z, row.y);
        double[] g = row.scoreGradient(x);
        int n = x.length;
        double[][] h = new double[n][n];
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                h[p][q] = second * g[p] * g[q];
            }
            h[p][p] += row.metric[p] / eta + row.ridge(p);
        }
        int at = 1 + row.m;
        for (int i = 0; i < row.m; i++) {
            for (int j = 0; j < row.m; j++) {
                for (int f = 0; f < row.k && i != j; f++) {
                    h[at + i * row.k + f][at + j * row.k + f] += first * row.w[i] * row.w[j];
                }
            }
        }
        return h;
    }

    /** Gaussian elimination with pivots. */
    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c; r < n; r++) {
                pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[c];
            a[c] = row;
            double swap = x[pivot];
            x[pivot] = x[c];
            x[c] = swap;
            for (int r = c + 1; r < n; r++) {
                double factor = a[r][c] / row[c];
                for (int j = c; j < n && factor != 0; j++) {
                    a[r][j] -= factor * row[j];
                }
                x[r] -= factor * x[c];
            }
        }
        for (int r = n - 1; r >= 0; r--) {
            for (int j = r + 1; j < n; j++) {
                x[r] -= a[r][j] * x[j];
            }
            x[r] /= a[r][r];
        }
        return x;
    }
}
