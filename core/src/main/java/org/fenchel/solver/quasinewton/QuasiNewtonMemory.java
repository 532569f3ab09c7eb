package org.fenchel.solver.quasinewton;

/**
 * What the last steps say about the second derivatives: their changes of the point, s, and of the gradient, y, from which the
 * two-loop recursion makes a product with an approximate inverse Hessian. On request within some coordinates only, as if the
 * others did not exist; pairs whose curvature s'y there is not positive are then left out, so the product stays positive definite.
 *
 * <p>Cost of a product: four times the memory times the length. Source: J. Nocedal, "Updating quasi-Newton matrices with limited
 * storage", Math. Comp. 35 (1980).
 */
final class QuasiNewtonMemory {
    /** Relative to s's and y's lengths, curvature below this is rounding. */
    private static final double LEAST_CURVATURE = 1e-12;

    private final double[][] s;
    private final double[][] y;
    private final double[] rho;
    private final double[] alpha;
    private int newest = -1;
    private int count;

    QuasiNewtonMemory(int pairs, int length) {
        s = new double[pairs][length];
        y = new double[pairs][length];
        rho = new double[pairs];
        alpha = new double[pairs];
    }

    boolean isEmpty() {
        return count == 0;
    }

    void clear() {
        count = 0;
    }

    /** Adds the change from one point to another, in place of the oldest when full. */
    void add(double[] x, double[] xBefore, double[] gradient, double[] gradientBefore) {
        int next = (newest + 1) % s.length;
        for (int j = 0; j < x.length; j++) {
            s[next][j] = x[j] - xBefore[j];
            y[next][j] = gradient[j] - gradientBefore[j];
        }
        newest = next;
        count = Math.min(count + 1, s.length);
    }

    /** {@code v = H v} within the coordinates that are free; the others' entries become 0. False where no pair is of use. */
    boolean multiply(double[] v, boolean[] free) {
        for (int j = 0; j < v.length; j++) {
            v[j] = free[j] ? v[j] : 0;
        }
        double scale = 0;
        for (int age = 0; age < count; age++) {
            int k = index(age);
            double sy = dot(s[k], y[k], free);
            double yy = dot(y[k], y[k], free);
            boolean curved = sy > LEAST_CURVATURE * Math.sqrt(yy) * Math.sqrt(dot(s[k], s[k], free));
            rho[k] = curved ? 1 / sy : 0;
            if (curved) {
                scale = scale == 0 ? sy / yy : scale;
                alpha[k] = rho[k] * dot(s[k], v, free);
                add(v, -alpha[k], y[k], free);
            }
        }
        if (!(scale > 0) || Double.isInfinite(scale)) {
            return false;
        }
        for (int j = 0; j < v.length; j++) {
            v[j] *= scale;
        }
        for (int age = count - 1; age >= 0; age--) {
            int k = index(age);
            if (rho[k] > 0) {
                add(v, alpha[k] - rho[k] * dot(y[k], v, free), s[k], free);
            }
        }
        return true;
    }

    private int index(int age) {
        return (newest - age + s.length) % s.length;
    }

    private static double dot(double[] a, double[] b, boolean[] free) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += free[j] ? a[j] * b[j] : 0;
        }
        return sum;
    }

    private static void add(double[] v, double factor, double[] a, boolean[] free) {
        for (int j = 0; j < v.length; j++) {
            v[j] += free[j] ? factor * a[j] : 0;
        }
    }
}
