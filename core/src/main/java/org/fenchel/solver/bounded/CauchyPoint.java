package org.fenchel.solver.bounded;

/**
 * The generalised Cauchy point: the first local minimiser of the quadratic model g'(z - x) + (z - x)'B(z - x) / 2 along the projected
 * path P(x - t g), which is bent where an entry meets its bound. The pieces are walked in order of their ends; the model's slope and
 * curvature on a piece follow from those on the one before.
 *
 * <p>Cost: 2c products of the length, c^2 for each entry that meets its bound, and the order of a heap. Source: R. Byrd, P. Lu, J.
 * Nocedal and C. Zhu, "A limited memory algorithm for bound constrained optimization", SIAM J. Sci. Comput. 16 (1995), algorithm CP.
 */
final class CauchyPoint {
    private final CompactHessian hessian;
    private final double[] low;
    private final double[] high;
    private final double[] point;
    private final double[] ends;
    private final double[] direction;
    private final double[] moved;
    private final double[] p;
    private final double[] row;
    private final double[] product;
    private final Breakpoints breakpoints;

    CauchyPoint(CompactHessian hessian, int memory, double[] low, double[] high) {
        this.hessian = hessian;
        this.low = low;
        this.high = high;
        point = new double[low.length];
        ends = new double[low.length];
        direction = new double[low.length];
        breakpoints = new Breakpoints(low.length);
        moved = new double[2 * memory];
        p = new double[2 * memory];
        row = new double[2 * memory];
        product = new double[2 * memory];
    }

    /** The point found. */
    double[] point() {
        return point;
    }

    /** W'(point - x). */
    double[] moved() {
        return moved;
    }

    /** Whether entry j lies strictly between its bounds at the point. */
    boolean free(int j) {
        return low[j] < point[j] && point[j] < high[j];
    }

    /** Finds the point from x with gradient g; false where the path leads nowhere: x is optimal. */
    boolean find(double[] x, double[] g) {
        double slope = begin(x, g);
        if (slope == 0) {
            return false;
        }
        int order = hessian.order();
        double theta = hessian.theta();
        hessian.transposed(direction, p);
        hessian.middle(p, product);
        double curvature = -theta * slope - dot(order, p, product);
        double least = 0x1p-52 * -theta * slope;
        double t = 0;
        double step = -slope / Math.max(curvature, least);
        while (!breakpoints.isEmpty()) {
            double width = ends[breakpoints.first()] - t;
            if (step < width) {
                break;
            }
            t += width;
            int b = breakpoints.removeFirst();
            double gb = g[b];
            double zb = atBound(b, gb) - x[b];
            point[b] = x[b] + zb;
            direction[b] = 0;
            for (int k = 0; k < order; k++) {
                moved[k] += width * p[k];
            }
            hessian.row(b, row);
            hessian.middle(row, product);
            slope += width * curvature + gb * gb + theta * gb * zb - gb * dot(order, product, moved);
            curvature -= theta * gb * gb + 2 * gb * dot(order, product, p) + gb * gb * dot(order, product, row);
            for (int k = 0; k < order; k++) {
                p[k] += gb * row[k];
            }
            if (slope >= 0) {
                step = 0;
                break;
            }
            step = -slope / Math.max(curvature, least);
        }
        if (breakpoints.isEmpty() && slope < 0 && noneFree()) {
            step = 0;
        }
        for (int k = 0; k < order; k++) {
            moved[k] += step * p[k];
        }
        t += step;
        for (int j = 0; j < x.length; j++) {
            if (direction[j] != 0) {
                point[j] = Math.min(Math.max(x[j] + t * direction[j], low[j]), high[j]);
            }
        }
        return true;
    }

    /** Fills ends and direction; returns the slope of the model at x, -d'd. */
    private double begin(double[] x, double[] g) {
        breakpoints.clear();
        double square = 0;
        for (int k = 0; k < hessian.order(); k++) {
            moved[k] = 0;
        }
        for (int j = 0; j < x.length; j++) {
            point[j] = x[j];
            double bound = g[j] == 0 ? Double.NaN : atBound(j, g[j]);
            double end = g[j] == 0 ? Double.POSITIVE_INFINITY : (x[j] - bound) / g[j];
            // an entry that a tiny gradient cannot move, or whose bounds are one, stays
            direction[j] = end > 0 ? -g[j] : 0;
            ends[j] = end;
            square += direction[j] * direction[j];
            if (direction[j] != 0 && end < Double.POSITIVE_INFINITY) {
                breakpoints.add(j);
            }
        }
        breakpoints.arrange(ends);
        return -square;
    }

    private boolean noneFree() {
        for (double d : direction) {
            if (d != 0) {
                return false;
            }
        }
        return true;
    }

    /** The bound that entry j meets when it moves against its gradient. */
    private double atBound(int j, double g) {
        return g < 0 ? high[j] : low[j];
    }

    private static double dot(int n, double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
