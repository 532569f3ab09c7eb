package org.fenchel.problem.pointprocess;

import java.util.Arrays;

/**
 * The features g_j^u at a moment that moves forward: at time t they hold all events before t, and, once it moves on, those at t. D U
 * numbers, moved by U exponentials and D U multiplications.
 */
public final class ExcitationState {
    private final KernelBasis basis;
    private final int decays;
    private final double[] values;
    private final double[] factors;
    private double time = Double.NEGATIVE_INFINITY;

    /** Nothing has happened yet. */
    public ExcitationState(KernelBasis basis) {
        this.basis = basis;
        decays = basis.decays();
        values = new double[basis.nodes() * decays];
        factors = new double[decays];
    }

    /** As before the first event. */
    public void clear() {
        Arrays.fill(values, 0);
        time = Double.NEGATIVE_INFINITY;
    }

    /** Moves to a time that is not before the present one. */
    public void moveTo(double to) {
        if (to > time && time > Double.NEGATIVE_INFINITY) {
            for (int u = 0; u < decays; u++) {
                factors[u] = Math.exp(-basis.decay(u) * (to - time));
            }
            for (int c = 0; c < values.length; ) {
                for (int u = 0; u < decays; u++) {
                    values[c++] *= factors[u];
                }
            }
        }
        time = to;
    }

    /** An event of a node happens now. What is read before the next move contains it already. */
    public void add(int node) {
        int at = node * decays;
        for (int u = 0; u < decays; u++) {
            values[at + u] += basis.decay(u);
        }
    }

    /** Where it is; minus infinity before the first move. */
    public double time() {
        return time;
    }

    /** g_j^u at index j U + u. Read only. */
    public double[] values() {
        return values;
    }
}
