package org.fenchel.solver.bounded;

/** A small symmetric indefinite system, solved by elimination with partial pivoting. */
final class SmallSystem {
    private final int stride;
    private final double[] a;

    SmallSystem(int most) {
        stride = most;
        a = new double[most * most];
    }

    /** Sets entries (i, j) and (j, i). */
    void setBoth(int i, int j, double value) {
        a[i * stride + j] = value;
        a[j * stride + i] = value;
    }

    /** Solves in place of b and loses the matrix; false where it is singular. Cost: n^3 / 3. */
    boolean solve(int n, double[] b) {
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i * stride + k]) > Math.abs(a[pivot * stride + k]) ? i : pivot;
            }
            if (!(Math.abs(a[pivot * stride + k]) > 0)) {
                return false;
            }
            swap(pivot, k, n, b);
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * stride + k] / a[k * stride + k];
                if (factor != 0) {
                    for (int j = k + 1; j < n; j++) {
                        a[i * stride + j] -= factor * a[k * stride + j];
                    }
                    b[i] -= factor * b[k];
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum -= a[i * stride + j] * b[j];
            }
            b[i] = sum / a[i * stride + i];
        }
        return true;
    }

    private void swap(int i, int k, int n, double[] b) {
        if (i == k) {
            return;
        }
        for (int j = k; j < n; j++) {
            double entry = a[i * stride + j];
            a[i * stride + j] = a[k * stride + j];
            a[k * stride + j] = entry;
        }
        double entry = b[i];
        b[i] = b[k];
        b[k] = entry;
    }
}
