package org.fenchel.solver.dual;

import org.fenchel.problem.Solution.Linear;
import org.jspecify.annotations.Nullable;

/**
 * What holds the parts of a point that l2 does not: the ascent solves the problem with kappa/2 ||b - centre||^2 and (c - centre)^2 /
 * (2 eta) added, and the centre follows the point: the proximal point method.
 *
 * <p>Nesterov's momentum for the centre (Catalyst) was tried: it needs the ascent to be far more accurate between moves than it
 * has to be without, and doubled the passes.
 */
final class Centre {
    /** A pass that gains less than this part of what the distance is worth has done with the present centre. */
    private static final double DONE = 0.3;

    private final double kappa;
    private final double eta;
    private final double[] weights;
    private final double[] change;
    private double intercept;

    /**
     * @param kappa strong convexity lent to d weights, or 0
     * @param eta step size of the intercept, or 0 where there is none
     */
    Centre(int d, double kappa, double eta, @Nullable Linear start) {
        this.kappa = kappa;
        this.eta = eta;
        int size = kappa > 0 ? d : 0;
        weights = new double[size];
        change = new double[size];
        if (start != null) {
            System.arraycopy(start.weights(), 0, weights, 0, size);
            intercept = eta > 0 ? start.intercept() : 0;
        }
    }

    double intercept() {
        return intercept;
    }

    /** Adds what the centre of the weights is to v: kappa centre. */
    void addTo(double[] v) {
        for (int j = 0; j < weights.length; j++) {
            v[j] += kappa * weights[j];
        }
    }

    /**
     * Moves on if the ascent has gained little against the distance between point and centre. Cost: d.
     *
     * @param gain of the last pass
     * @param movable whether any dual can move at all
     * @return whether it moved
     */
    boolean follow(double[] point, double pointIntercept, double gain, boolean movable) {
        double distance = 0;
        for (int j = 0; j < weights.length; j++) {
            double off = point[j] - weights[j];
            distance += off * off;
        }
        distance *= 0.5 * kappa;
        if (eta > 0) {
            double off = pointIntercept - intercept;
            distance += 0.5 * off * off / eta;
        }
        if (!(distance > 0) || movable && gain > DONE * distance) {
            return false;
        }
        for (int j = 0; j < weights.length; j++) {
            change[j] = kappa * (point[j] - weights[j]);
            weights[j] = point[j];
        }
        if (eta > 0) {
            intercept = pointIntercept;
        }
        return true;
    }

    /** By how much the last move changed v, by column; empty without kappa. */
    double[] change() {
        return change;
    }
}
