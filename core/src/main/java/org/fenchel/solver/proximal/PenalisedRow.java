package org.fenchel.solver.proximal;

import org.fenchel.loss.Loss;
import org.fenchel.penalty.Separable;

/**
 * A proximal step on one row with a separable penalty: one unknown, the row's dual alpha. Its margin
 *
 * <pre>u(alpha) = sum_j a_j prox_(eta r_j)(x_j - eta w alpha a_j) + c - eta w alpha + o</pre>
 *
 * falls with alpha, piecewise linearly, and alpha must be a subgradient of the loss there. On one linear piece that is the
 * loss's own prox; from piece to piece it goes inside a bracket.
 *
 * <p>Cost: the row's entries for each piece looked at, mostly two or three.
 */
final class PenalisedRow {
    private static final int MOST_PIECES = 200;

    private final Loss loss;
    private final Separable penalty;

    PenalisedRow(Loss loss, Separable penalty) {
        this.loss = loss;
        this.penalty = penalty;
    }

    /**
     * Solves for the dual, and leaves the new weights in x.
     *
     * @param columns the row's columns, the first {@code count}
     * @param a the row's entries, by column
     * @param x the weights, by column, before and after
     * @param constant intercept and offset before the step
     * @param w weight of the loss
     * @param interceptStep eta, or 0 without an intercept
     * @param guess a dual to start from
     */
    double solve(
            int[] columns,
            int count,
            double[] a,
            double[] x,
            double constant,
            double y,
            double w,
            double eta,
            double interceptStep,
            double guess) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double alpha = Math.min(Math.max(guess, loss.dualLow(y)), loss.dualHigh(y));
        for (int piece = 0; piece < MOST_PIECES; piece++) {
            double margin = constant - interceptStep * w * alpha;
            double reach = interceptStep * w;
            for (int k = 0; k < count; k++) {
                int j = columns[k];
                double q = x[j] - eta * w * alpha * a[j];
                margin += a[j] * penalty.prox(q, eta);
                if (penalty.active(q, eta)) {
                    reach += eta * w / (1 + eta * penalty.l2()) * a[j] * a[j];
                }
            }
            // were this piece to go on for ever, the margin would be that of a single prox
            double next = reach > 0
                    ? loss.proxDerivative(margin + reach * alpha, reach, y)
                    : Math.min(Math.max(loss.derivative(margin, y), loss.dualLow(y)), loss.dualHigh(y));
            if (next == Double.NEGATIVE_INFINITY) {
                // outside the domain with no weight free to move: further, until one is
                next = Math.min(-1, 2 * alpha);
            }
            if (Math.abs(next - alpha) <= 1e-15 * (1 + Math.abs(alpha))) {
                alpha = next;
                break;
            }
            if (next > alpha) {
                low = alpha;
            } else {
                high = alpha;
            }
            boolean inside = low < next && next < high;
            double middle = low + (high - low) / 2;
            if (!inside && (middle == low || middle == high)) {
                break;
            }
            // every few pieces a bisection, so that no cycle of pieces can go on
            alpha = inside && piece % 5 != 4 || Double.isInfinite(middle) || Double.isNaN(middle) ? next : middle;
        }
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            x[j] = penalty.prox(x[j] - eta * w * alpha * a[j], eta);
        }
        return alpha;
    }
}
