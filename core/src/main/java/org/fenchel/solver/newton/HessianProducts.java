package org.fenchel.solver.newton;

import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.SmoothPart;

/** Second derivatives without a matrix. Cost: a pass for the diagonal, and one a product. */
final class HessianProducts implements Hessian {
    private final SmoothPart smooth;
    private final double l2;
    private final double[] curvatures;
    private final double[] along;
    private final double[] diagonal;
    private double damping;

    HessianProducts(SmoothPart smooth) {
        this.smooth = smooth;
        l2 = smooth.penalty().l2();
        curvatures = new double[smooth.n()];
        along = new double[smooth.n()];
        diagonal = new double[smooth.size()];
    }

    @Override
    public double at(DescentPoint point, double newDamping) {
        damping = newDamping;
        smooth.curvatures(point.margins(), curvatures);
        smooth.diagonal(curvatures, diagonal);
        for (int j = 0; j < smooth.weights(); j++) {
            diagonal[j] += l2;
        }
        raise(diagonal, damping);
        return 1;
    }

    /** Makes the entries of a diagonal positive and raises them by a part of themselves. */
    static void raise(double[] diagonal, double damping) {
        double largest = 0;
        for (double entry : diagonal) {
            largest = Math.max(largest, entry);
        }
        double least = largest > 0 ? 1e-12 * largest : 1;
        for (int j = 0; j < diagonal.length; j++) {
            diagonal[j] = Math.max(diagonal[j], least) * (1 + damping);
        }
    }

    @Override
    public double[] diagonal() {
        return diagonal;
    }

    @Override
    public double multiply(double[] v, double[] out) {
        smooth.along(v, along);
        smooth.bend(curvatures, along);
        smooth.transposed(along, out);
        for (int j = 0; j < smooth.weights(); j++) {
            out[j] += l2 * v[j];
        }
        if (damping > 0) {
            double part = damping / (1 + damping);
            for (int j = 0; j < out.length; j++) {
                out[j] += part * diagonal[j] * v[j];
            }
        }
        return 1;
    }
}
