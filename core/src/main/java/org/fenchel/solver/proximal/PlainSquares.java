package org.fenchel.solver.proximal;

import org.jspecify.annotations.Nullable;

/** Nothing but squares. */
final class PlainSquares extends PenaltyTerm {
    PlainSquares(double l2, double @Nullable [] metric) {
        super(l2, metric);
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
    void prox(double[] q, double[] out) {
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            out[j] = q[j] / (1 + eta * factor(j) * l2);
        }
    }
}
