package org.fenchel.solver.proximal;

import org.fenchel.penalty.Separable;
import org.fenchel.solver.smooth.PenalisedQuadratic;
import org.jspecify.annotations.Nullable;

/**
 * h(b) = l1 ||b||_1 on a box, taken as it is: the Newton direction minimises the quadratic model of the losses plus h itself
 * ({@link PenalisedQuadratic}), so that iterates are feasible and exactly sparse, and the columns that stay at a kink or bound
 * take no part in it.
 */
final class SeparableTerm extends PenaltyTerm {
    private final Separable penalty;
    final double l1;
    final double low;
    final double high;
    final PenalisedQuadratic model;

    SeparableTerm(Separable penalty, double @Nullable [] metric) {
        super(penalty.l2(), metric);
        this.penalty = penalty;
        l1 = penalty.l1();
        low = penalty.low();
        high = penalty.high();
        model = new PenalisedQuadratic(penalty);
    }

    /** How far column j, at x, is from balance: the smallest subgradient, 0 where it would stay. */
    double violation(double x, double slope) {
        if (!model.moves(x, slope)) {
            return 0;
        }
        return x == 0 ? Math.abs(slope) - l1 : Math.abs(slope + Math.copySign(l1, x));
    }

    /** Whether a weight is away from its kink and its bounds. */
    boolean inside(double x) {
        return x > low && x < high && (x != 0 || l1 == 0);
    }

    /** h at x + t dx. */
    @Override
    double value(double[] x, double t, double[] dx) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.abs(x[columns[k]] + t * dx[columns[k]]);
        }
        return l1 * sum;
    }

    @Override
    double slope(double[] x, double t, double[] dx) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.signum(x[columns[k]] + t * dx[columns[k]]) * dx[columns[k]];
        }
        return l1 * sum;
    }

    /** Column by column, since near a solution the two parts cancel but for the square of what is missing. */
    @Override
    double decrease(double[] x, double[] gradient, double[] dx) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            double to = x[j] + dx[j];
            boolean sameSide = x[j] > 0 ? to >= 0 : x[j] < 0 && to <= 0;
            sum += sameSide
                    ? -(gradient[j] + Math.copySign(l1, x[j])) * dx[j]
                    : -gradient[j] * dx[j] + l1 * (Math.abs(x[j]) - Math.abs(to));
        }
        return sum;
    }

    @Override
    void keepFeasible(double[] x) {
        for (int k = 0; k < count; k++) {
            x[columns[k]] = Math.min(Math.max(x[columns[k]], low), high);
        }
    }

    @Override
    void prox(double[] q, double[] out) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            out[j] = penalty.prox(q[j], eta * factor(j));
        }
    }
}
