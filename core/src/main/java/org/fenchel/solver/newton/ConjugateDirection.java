package org.fenchel.solver.newton;

import java.util.Arrays;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.SmoothPart;

/**
 * Newton's direction, nearly, by conjugate gradients with the Hessian's diagonal as preconditioner: until the residual is
 * min(1/2, sqrt(||g|| / ||g_0||)) of the gradient, which makes the steps converge superlinearly and the first ones cheap.
 *
 * <p>Every iterate of conjugate gradients is a direction of descent, so the inner solve may end at any of them: where the Hessian
 * has no curvature left along the search, or at an interrupt. Cost: a pass an inner iteration.
 *
 * <p>Source: R. Dembo, S. Eisenstat and T. Steihaug, "Inexact Newton methods", SIAM J. Numer. Anal. 19 (1982).
 */
final class ConjugateDirection implements NewtonDirection {
    private static final int MOST = 500;

    private final HessianProducts hessian;
    private final double[] residual;
    private final double[] search;
    private final double[] product;
    private double firstNorm;

    ConjugateDirection(SmoothPart smooth) {
        hessian = new HessianProducts(smooth);
        residual = new double[smooth.size()];
        search = new double[smooth.size()];
        product = new double[smooth.size()];
    }

    @Override
    public double solve(DescentPoint at, double[] out) {
        int p = out.length;
        double passes = hessian.at(at, 0);
        double[] diagonal = hessian.diagonal();
        Arrays.fill(out, 0);
        double rho = 0;
        for (int j = 0; j < p; j++) {
            residual[j] = -at.gradient()[j];
            search[j] = residual[j] / diagonal[j];
            rho += residual[j] * search[j];
        }
        if (!Double.isFinite(rho)) {
            return -1;
        }
        double norm = Math.sqrt(rho);
        firstNorm = firstNorm == 0 ? norm : firstNorm;
        double enough = Math.min(0.5, Math.sqrt(norm / firstNorm)) * norm;
        for (int iteration = 0; iteration < MOST && Math.sqrt(rho) > enough; iteration++) {
            passes += hessian.multiply(search, product);
            double bend = 0;
            double size = 0;
            for (int j = 0; j < p; j++) {
                bend += search[j] * product[j];
                size += search[j] * search[j] * diagonal[j];
            }
            if (!(bend > 1e-14 * size)) {
                if (iteration == 0) {
                    System.arraycopy(search, 0, out, 0, p);
                }
                break;
            }
            double t = rho / bend;
            double newRho = 0;
            for (int j = 0; j < p; j++) {
                out[j] += t * search[j];
                residual[j] -= t * product[j];
                newRho += residual[j] * residual[j] / diagonal[j];
            }
            double beta = newRho / rho;
            rho = newRho;
            for (int j = 0; j < p; j++) {
                search[j] = residual[j] / diagonal[j] + beta * search[j];
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return passes;
    }
}
