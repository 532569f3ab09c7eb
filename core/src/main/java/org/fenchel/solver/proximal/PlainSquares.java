package org.fenchel.solver.proximal;

import org.jspecify.annotations.Nullable;

/** Nothing but squares. */
final class PlainSquares extends PenaltyEnvelope {
    PlainSquares(double l2, double @Nullable [] metric) {
        super(l2, metric);
    }

    @Override
    boolean hasEnvelope() {
        return false;
    }

    @Override
    void evaluate(double[] x) {
        // squares need no preparation
    }

    @Override
    void addGradient(double[] x, double[] gradient) {
        for (int k = 0; k < count; k++) {
            gradient[columns[k]] += squaresSlope(columns[k], x[columns[k]]);
        }
    }

    @Override
    double value(double[] x, double t, double[] dx) {
        return 0;
    }

    @Override
    void addTo(int order, double[] h) {
        for (int k = 0; k < count; k++) {
            h[k * order + k] += modulus(columns[k]);
        }
    }

    @Override
    void addTimes(double[] v, double[] out) {
        for (int k = 0; k < count; k++) {
            out[columns[k]] += modulus(columns[k]) * v[columns[k]];
        }
    }

    @Override
    void addDiagonal(double[] out) {
        for (int k = 0; k < count; k++) {
            out[columns[k]] += modulus(columns[k]);
        }
    }

    @Override
    void solve(double[] v, double[] out) {
        for (int k = 0; k < count; k++) {
            out[columns[k]] = v[columns[k]] / modulus(columns[k]);
        }
    }

    @Override
    void recentre() {
        // no multipliers
    }

    @Override
    double movement() {
        return 0;
    }

    @Override
    double[] point(double[] x) {
        return x;
    }

    @Override
    void prox(double[] q, double[] out) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            out[j] = q[j] / (1 + eta * factor(j) * l2);
        }
    }
}
