package org.fenchel.solver.newton;

import java.util.Arrays;
import org.fenchel.kernel.Vectors;
import org.fenchel.solver.smooth.DescentPoint;

/**
 * The minimiser of the model g's + s'H s / 2 + h(x + s) from products with H alone, by turns: a proximal gradient step in the metric
 * of H's diagonal finds the face of h to be on, conjugate gradients look for the minimiser there, and the way to it is bent at the ends
 * of the face, where entries reach 0 or a bound. Entries leave kinks and bounds only when the others are nearly as good as these allow, for most
 * that leave too early come back; and while ways are bent, they are made of few iterations. Once the face is that of the minimiser, only
 * conjugate gradients are left.
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
    private static final int MOST_TRIALS = 40;

    /** Conjugate gradient iterations while ways are bent, and at most. */
    private static final int FEW = 10;

    private static final int MOST_CONJUGATE = 500;

    /** Part of a proximal step's square that the free entries have at most when the others may leave kinks and bounds. */
    private static final double INSIDE = 0.25;

    private static final double FALL = 0.1;
    private static final double LEAST_BEND = 1e-4;

    /** Part of a slope that conjugate gradients on a face, and the whole solve, leave at most. */
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
    private int most = FEW;
    private double passes;

    /** The model's change along the last {@link #move} without H. */
    private double linear;

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
    public double solve(DescentPoint at, double closeness, double damping, double[] out) {
        passes = hessian.at(at, damping);
        System.arraycopy(hessian.diagonal(), 0, metric, 0, metric.length);
        kinks.even(metric);
        scale = Math.max(1, RELAX * scale);
        System.arraycopy(at.x(), 0, y, 0, y.length);
        System.arraycopy(at.gradient(), 0, slope, 0, y.length);
        double enough = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double left = proximalStep(enough, round == 0);
            if (!(left < Double.POSITIVE_INFINITY)) {
                return -passes;
            }
            if (left <= enough || Thread.currentThread().isInterrupted()) {
                break;
            }
            enough = round == 0 ? Math.min(ACCURACY, Math.sqrt(closeness)) * left : enough;
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
     * A proximal gradient step, no longer than the curvature along it allows, and the face of where it leads; not taken where it is
     * so small already, or where there is more to gain on the face of y.
     *
     * @return its length in the metric, the distance of y from being a minimiser
     */
    private double proximalStep(double enough, boolean anyhow) {
        kinks.at(y);
        boolean[] free = kinks.free();
        while (true) {
            double inside = 0;
            for (int j = 0; j < y.length; j++) {
                next[j] = y[j] - slope[j] / (scale * metric[j]);
            }
            kinks.prox(next, scale, metric, next);
            double square = 0;
            for (int j = 0; j < y.length; j++) {
                move[j] = next[j] - y[j];
                double part = scale * metric[j] * move[j] * move[j];
                square += part;
                inside += free[j] ? part : 0;
            }
            boolean small = !(Math.sqrt(square) > enough) || Double.isInfinite(square);
            if (small || !anyhow && inside > INSIDE * square) {
                return Math.sqrt(square);
            }
            passes += hessian.multiply(move, product);
            double bend = dot(move, product);
            if (bend <= (1 + 1e-10) * square) {
                take(next);
                kinks.at(y);
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
        for (; iteration < most && Math.sqrt(rho) > least; iteration++) {
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
        double change = changeAt(straight);
        // at once, but for groups, whose norms curve away from their model
        for (int trial = 0; trial < MOST_TRIALS && !(change <= FALL * linear); trial++) {
            straight /= 2;
            change = changeAt(straight);
        }
        most = farthest < 1 ? Math.max(FEW, most / 2) : Math.min(MOST_CONJUGATE, 2 * most);
        if (farthest < 1 && bent(straight, change)) {
            return;
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

    /** Goes along the bent way to the first of falling lengths at which the model falls enough, and below where the straight one ends. */
    private boolean bent(double straight, double below) {
        for (double t = 1; t > 2 * straight && t > LEAST_BEND; t /= 4) {
            for (int j = 0; j < y.length; j++) {
                next[j] = y[j] + t * direction[j];
            }
            kinks.bend(next);
            for (int j = 0; j < y.length; j++) {
                move[j] = next[j] - y[j];
            }
            passes += hessian.multiply(move, product);
            linear = kinks.change(y, slope, move);
            double change = linear + dot(move, product) / 2;
            if (change < below && change <= FALL * linear) {
                take(next);
                return true;
            }
        }
        return false;
    }

    /** By how much the model changes at t along the direction, {@link #move}. */
    private double changeAt(double t) {
        for (int j = 0; j < y.length; j++) {
            move[j] = t * direction[j];
        }
        linear = kinks.change(y, slope, move);
        return linear + t * t / 2 * dot(direction, directionProduct);
    }

    private static double dot(double[] a, double[] b) {
        return Vectors.dot(a.length, a, 0, b, 0);
    }
}
