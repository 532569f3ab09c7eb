package org.fenchel.solver.proximal;

import org.jspecify.annotations.Nullable;

/** Nothing but squares. */
final class PlainSquares extends PenaltyTerm {
    PlainSquares(double l2, double @Nullable [] metric) {
        super(l2, metric);
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
    double slope(double[] x, double t, double[] dx) {
        return 0;
    }

    @Override
    void addTo(int[] some, int number, int order, double[] h) {
        for (int p = 0; p < number; p++) {
            h[p * order + p] += modulus(some[p]);
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
    void prox(double[] q, double[] out) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            out[j] = q[j] / (1 + eta * factor(j) * l2);
        }
    }
}
