package org.fenchel.solver.bounded;

/**
 * Where an L-BFGS-B step leads: to the minimiser of the quadratic model in the subspace of the entries that are free at the
 * generalised Cauchy point. Every length from 0 to 1 along it stays inside the bounds.
 */
final class BoundedDirection {
    private final CompactHessian hessian;
    private final CauchyPoint cauchy;
    private final SubspaceMinimum subspace;
    private final double[] low;
    private final double[] high;

    BoundedDirection(int memory, double[] low, double[] high) {
        this.low = low;
        this.high = high;
        hessian = new CompactHessian(memory, low.length);
        cauchy = new CauchyPoint(hessian, memory, low, high);
        subspace = new SubspaceMinimum(hessian, cauchy, memory, low, high);
    }

    /** Whether nothing is known of second derivatives. */
    boolean isFirst() {
        return hessian.count() == 0;
    }

    /** Forgets what was learnt; second derivatives are taken for a multiple of the identity. */
    void forget(double multiple) {
        hessian.reset(multiple);
    }

    /** Minus the gradient in the entries that may move against theirs, 0 in those a bound holds. */
    void downhill(double[] x, double[] gradient, double[] out) {
        for (int j = 0; j < x.length; j++) {
            out[j] = inside(x[j] - gradient[j], j) == x[j] ? 0 : -gradient[j];
        }
    }

    /** Learns from a step. */
    void learn(double[] x, double[] xBefore, double[] gradient, double[] gradientBefore) {
        hessian.add(x, xBefore, gradient, gradientBefore);
    }

    /** Finds a direction of descent from x, inside the bounds; false where x is optimal. */
    boolean find(double[] x, double[] gradient, double[] out) {
        if (!cauchy.find(x, gradient)) {
            return false;
        }
        subspace.direction(x, gradient, out);
        return true;
    }

    /** The length along a direction at which the first bound is met; infinite where none is. */
    double farthest(double[] x, double[] direction) {
        double most = Double.POSITIVE_INFINITY;
        for (int j = 0; j < x.length; j++) {
            if (direction[j] != 0) {
                double bound = direction[j] < 0 ? low[j] : high[j];
                most = Math.min(most, (bound - x[j]) / direction[j]);
            }
        }
        return Math.max(most, 1); // what rounding says against 1 is wrong
    }

    /** Takes out of an entry what rounding has put outside its bounds. */
    double inside(double value, int j) {
        return Math.min(Math.max(value, low[j]), high[j]);
    }

    /** Largest entry of P(x - g) - x, which is 0 at an optimum only. */
    double projectedGradient(double[] x, double[] gradient) {
        double largest = 0;
        for (int j = 0; j < x.length; j++) {
            largest = Math.max(largest, Math.abs(inside(x[j] - gradient[j], j) - x[j]));
        }
        return largest;
    }
}
