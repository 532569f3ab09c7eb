package org.fenchel.solver.newton;

import java.util.Arrays;
import org.fenchel.kernel.Vectors;
import org.fenchel.solver.smooth.DescentPoint;

/**
 * The minimiser of the model g's + s'H s / 2 + h(x + s) from products with H alone, by turns: a proximal gradient step in the metric
 * of H's diagonal finds the face of h to be on, conjugate gradients find the minimiser there, and the way to it is bent at the ends of
 * the face, where entries reach 0 or a bound. Once the face is that of the minimiser, only conjugate gradients are left.
 *
 * <p>Every part lowers the model, so the result is a direction of descent wherever it ends. Cost: a product a proximal step, a
 * conjugate gradient iteration, and a way that is bent.
 *
 * <p>Sources: J. Moré and G. Toraldo, "On the solution of large quadratic programming problems with bound constraints", SIAM J. Optim. 1
 * (1991), for bounds; T. Chen, F. Curtis and D. Robinson, "FaRSA for l1-regularized convex optimization", Optim. Methods Softw. 33
 * (2018).
 */
final class FaceDirection implements PenalisedDirection {
    private static final int MOST_ROUNDS = 100;
    private static final int MOST_CONJUGATE = 500;
    private static final int MOST_TRIALS = 40;

    /** Part of a face's slope that conjugate gradients leave at most. */
    private static final double ACCURACY = 0.1;

    /** By how much less the curvature is taken at the next solve than it last had to be. */
    private static final double RELAX = 0.7;

    private final Hessian hessian;
    private final Kinks kinks;
    private final double[] y;
    private final double[] slope;
    private final double[] metric;
    private final double[] move;
    private final double[] product;
    private final double[] next;
    private final double[] direction;
    private final double[] directionProduct;
    private final double[] diagonal;
    private final double[] residual;
    private final double[] search;
    private double scale = 1;
    private double passes;

    FaceDirection(Hessian hessian, Kinks kinks) {
        int p = kinks.free().length;
        this.hessian = hessian;
        this.kinks = kinks;
        y = new double[p];
        slope = new double[p];
        metric = new double[p];
        move = new double[p];
        product = new double[p];
        next = new double[p];
        direction = new double[p];
        directionProduct = new double[p];
        diagonal = new double[p];
        residual = new double[p];
        search = new double[p];
    }

    @Override
    public double solve(DescentPoint at, double accuracy, double damping, double[] out) {
        passes = hessian.at(at, damping);
        System.arraycopy(hessian.diagonal(), 0, metric, 0, metric.length);
        kinks.even(metric);
        scale = Math.max(1, RELAX * scale);
        System.arraycopy(at.x(), 0, y, 0, y.length);
        System.arraycopy(at.gradient(), 0, slope, 0, y.length);
        double enough = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double left = proximalStep(enough);
            if (!(left < Double.POSITIVE_INFINITY)) {
                return -passes;
            }
            if (left <= enough || Thread.currentThread().isInterrupted()) {
                break;
            }
            enough = round == 0 ? accuracy * left : enough;
            kinks.at(y);
            if (conjugateGradients(enough / 2)) {
                advance();
            }
        }
        for (int j = 0; j < y.length; j++) {
            out[j] = y[j] - at.x()[j];
        }
        return passes;
    }

    /**
     * A proximal gradient step, no longer than the curvature along it allows; not taken where it is so small already.
     *
     * @return its length in the metric, the distance of y from being a minimiser
     */
    private double proximalStep(double enough) {
        while (true) {
            for (int j = 0; j < y.length; j++) {
                next[j] = y[j] - slope[j] / (scale * metric[j]);
            }
            kinks.prox(next, scale, metric, next);
            double square = 0;
            for (int j = 0; j < y.length; j++) {
                move[j] = next[j] - y[j];
                square += scale * metric[j] * move[j] * move[j];
            }
            if (!(Math.sqrt(square) > enough) || Double.isInfinite(square)) {
                return Math.sqrt(square);
            }
            passes += hessian.multiply(move, product);
            double bend = dot(move, product);
            if (bend <= (1 + 1e-10) * square) {
                take(next);
                return Math.sqrt(square);
            }
            scale *= Math.max(1.5, bend / square);
        }
    }

    /** Goes to a point along {@link #move}, whose {@link #product} is known. */
    private void take(double[] to) {
        for (int j = 0; j < y.length; j++) {
            slope[j] += product[j];
            y[j] = to[j];
        }
    }

    /**
     * {@link #direction} to the minimiser on the face, nearly, and H times it.
     *
     * @param enough how much of the slope may be left
     * @return whether there is any way to go
     */
    private boolean conjugateGradients(double enough) {
        boolean[] free = kinks.free();
        System.arraycopy(slope, 0, residual, 0, y.length);
        kinks.addSlope(residual);
        System.arraycopy(metric, 0, diagonal, 0, y.length);
        kinks.addDiagonal(diagonal);
        double rho = 0;
        for (int j = 0; j < y.length; j++) {
            residual[j] = free[j] ? -residual[j] : 0;
            search[j] = residual[j] / diagonal[j];
            rho += residual[j] * search[j];
        }
        Arrays.fill(direction, 0);
        Arrays.fill(directionProduct, 0);
        double least = Math.max(enough, ACCURACY * Math.sqrt(rho));
        int iteration = 0;
        for (; iteration < MOST_CONJUGATE && Math.sqrt(rho) > least; iteration++) {
            passes += hessian.multiply(search, product);
            Arrays.fill(next, 0);
            kinks.addTimes(search, next);
            double bend = dot(search, product) + dot(search, next);
            if (!(bend > 0)) {
                break;
            }
            double t = rho / bend;
            double newRho = 0;
            for (int j = 0; j < y.length; j++) {
                direction[j] += t * search[j];
                directionProduct[j] += t * product[j];
                if (free[j]) {
                    residual[j] -= t * (product[j] + next[j]);
                    newRho += residual[j] * residual[j] / diagonal[j];
                }
            }
            double beta = newRho / rho;
            rho = newRho;
            for (int j = 0; j < y.length; j++) {
                search[j] = residual[j] / diagonal[j] + beta * search[j];
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return iteration > 0;
    }

    /** Goes along the direction, bent where it leaves the face if that is lower than where it first does. */
    private void advance() {
        double farthest = kinks.farthest(direction);
        double straight = Math.min(1, farthest);
        double change = 0;
        for (int trial = 0; trial < MOST_TRIALS; trial++, straight /= 2) {
            change = changeAt(straight);
            if (change < 0) {
                break; // at once, but for groups, whose norms curve away from their model
            }
        }
        if (farthest < 1) {
            for (int j = 0; j < y.length; j++) {
                next[j] = y[j] + direction[j];
            }
            kinks.bend(next);
            for (int j = 0; j < y.length; j++) {
                move[j] = next[j] - y[j];
            }
            passes += hessian.multiply(move, product);
            if (kinks.change(y, slope, move) + dot(move, product) / 2 < change) {
                take(next);
                return;
            }
        }
        if (change < 0) {
            changeAt(straight);
            for (int j = 0; j < y.length; j++) {
                product[j] = straight * directionProduct[j];
                next[j] = y[j] + move[j];
            }
            kinks.bend(next); // what is at an end but for rounding
            take(next);
        }
    }

    /** By how much the model changes at t along the direction, {@link #move}. */
    private double changeAt(double t) {
        for (int j = 0; j < y.length; j++) {
            move[j] = t * direction[j];
        }
        return kinks.change(y, slope, move) + t * t / 2 * dot(direction, directionProduct);
    }

    private static double dot(double[] a, double[] b) {
        return Vectors.dot(a.length, a, 0, b, 0);
    }
}
