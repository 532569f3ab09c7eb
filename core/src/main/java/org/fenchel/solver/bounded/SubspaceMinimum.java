package org.fenchel.solver.bounded;

import org.fenchel.kernel.Vectors;

/**
 * The minimiser of the quadratic model over the entries that are free at the generalised Cauchy point, the others held at their
 * bounds, brought back into the bounds.
 *
 * <p>With Z the free columns of the identity and r the reduced gradient at the Cauchy point, the unconstrained minimiser is off it by
 *
 * <pre>-r / theta - Z'W K^-1 W'Z r / theta^2,   K = M^-1 - W'ZZ'W / theta,</pre>
 *
 * and K's blocks are sums over the free or the held entries only, so that nothing cancels. Brought back by projection, or, where that
 * does not lead downhill from x, by going only as far as the first bound.
 *
 * <p>Cost: 2 c^2 products of the length, and 8 c^3 / 3. Sources: R. Byrd et al. (1995), section 5.1, the direct primal method; J.
 * Morales and J. Nocedal, "Remark on algorithm 778", ACM Trans. Math. Software 38 (2011).
 */
final class SubspaceMinimum {
    private final CompactHessian hessian;
    private final CauchyPoint cauchy;
    private final double[] low;
    private final double[] high;
    private final double[] reduced;
    private final double[] change;
    private final int[] free;
    private final int[] held;
    /** The pairs' entries, the free ones first: sums over either kind then run over a stretch. */
    private final double[][] s;

    private final double[][] y;
    private final double[] product;
    private final double[] row;
    private final SmallSystem system;
    private int frees;
    private int holds;

    SubspaceMinimum(CompactHessian hessian, CauchyPoint cauchy, int memory, double[] low, double[] high) {
        this.hessian = hessian;
        this.cauchy = cauchy;
        this.low = low;
        this.high = high;
        reduced = new double[low.length];
        change = new double[low.length];
        free = new int[low.length];
        held = new int[low.length];
        s = new double[memory][low.length];
        y = new double[memory][low.length];
        product = new double[2 * memory];
        row = new double[2 * memory];
        system = new SmallSystem(2 * memory);
    }

    /**
     * {@code out = (the point found) - x}; from the Cauchy point alone where no entry is free, no pair is known, or rounding has
     * spoilt the system.
     */
    void direction(double[] x, double[] g, double[] out) {
        double[] from = cauchy.point();
        for (int j = 0; j < x.length; j++) {
            out[j] = from[j] - x[j];
        }
        if (hessian.count() == 0 || !unconstrained(x, g)) {
            return;
        }
        double slope = 0;
        double most = 1;
        for (int k = 0; k < frees; k++) {
            int j = free[k];
            double to = Math.min(Math.max(from[j] + change[k], low[j]), high[j]);
            out[j] = to - x[j];
            double bound = change[k] < 0 ? low[j] : high[j];
            if (change[k] != 0) {
                most = Math.min(most, (bound - from[j]) / change[k]);
            }
        }
        for (int j = 0; j < x.length; j++) {
            slope += g[j] * out[j];
        }
        if (slope < 0) {
            return;
        }
        for (int k = 0; k < frees; k++) {
            int j = free[k];
            out[j] = Math.min(Math.max(from[j] + most * change[k], low[j]), high[j]) - x[j];
        }
    }

    /** Fills change; false where there is none. */
    private boolean unconstrained(double[] x, double[] g) {
        frees = 0;
        holds = 0;
        for (int j = 0; j < x.length; j++) {
            if (cauchy.free(j)) {
                free[frees++] = j;
            } else {
                held[holds++] = j;
            }
        }
        if (frees == 0) {
            return false;
        }
        int count = hessian.count();
        double theta = hessian.theta();
        for (int i = 0; i < count; i++) {
            arrange(hessian.s(i), s[i]);
            arrange(hessian.y(i), y[i]);
        }
        hessian.middle(cauchy.moved(), product);
        double[] from = cauchy.point();
        for (int k = 0; k < frees; k++) {
            int j = free[k];
            reduced[k] = g[j] + theta * (from[j] - x[j]);
        }
        for (int i = 0; i < count; i++) {
            Vectors.axpy(frees, -product[i], y[i], 0, reduced, 0);
            Vectors.axpy(frees, -theta * product[count + i], s[i], 0, reduced, 0);
        }
        for (int i = 0; i < count; i++) {
            row[i] = Vectors.dot(frees, y[i], 0, reduced, 0);
            row[count + i] = theta * Vectors.dot(frees, s[i], 0, reduced, 0);
        }
        fillSystem();
        if (!system.solve(2 * count, row)) {
            return false;
        }
        for (int k = 0; k < frees; k++) {
            change[k] = -reduced[k] / theta;
        }
        for (int i = 0; i < count; i++) {
            Vectors.axpy(frees, -row[i] / theta / theta, y[i], 0, change, 0);
            Vectors.axpy(frees, -row[count + i] / theta, s[i], 0, change, 0);
        }
        double sum = 0;
        for (int k = 0; k < frees; k++) {
            sum += change[k];
        }
        return Double.isFinite(sum);
    }

    private void arrange(double[] entries, double[] out) {
        for (int k = 0; k < frees; k++) {
            out[k] = entries[free[k]];
        }
        for (int k = 0; k < holds; k++) {
            out[frees + k] = entries[held[k]];
        }
    }

    /** K: see above; sums over all entries are those that the pairs keep. */
    private void fillSystem() {
        int count = hessian.count();
        double theta = hessian.theta();
        boolean all = holds == 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double changes = all ? hessian.yy(i, j) : Vectors.dot(frees, y[i], 0, y[j], 0);
                double moves = all ? 0 : Vectors.dot(holds, s[i], frees, s[j], frees);
                system.setBoth(i, j, -changes / theta - (i == j ? hessian.sy(i, i) : 0));
                system.setBoth(count + i, count + j, theta * moves);
            }
            // below the diagonal L less the free part of S'Y, which is the held part; elsewhere minus the free part
            for (int j = 0; j < i; j++) {
                system.setBoth(count + i, j, all ? 0 : Vectors.dot(holds, s[i], frees, y[j], frees));
            }
            for (int j = i; j < count; j++) {
                system.setBoth(count + i, j, all ? -hessian.sy(i, j) : -Vectors.dot(frees, s[i], 0, y[j], 0));
            }
        }
    }
}
