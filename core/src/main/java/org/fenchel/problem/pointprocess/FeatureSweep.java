package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.EventSequence;
import org.fenchel.kernel.Vectors;

/**
 * A pass through a sequence that gives each event the features just before it, (1_p(t), g_1^1(t), ..., g_D^U(t)).
 *
 * <p>All features follow from those at the event before by one multiplication each: U exponentials an event, made many at a time.
 * Events at the same time do not see each other. Cost: B + D U numbers written an event. A sweep may be of some source nodes only: then
 * its rows are their features without the baseline's.
 */
final class FeatureSweep {
    private static final int BATCH = 512;

    /** So many factors of nodes beside each other make a loop long enough for the compiler's vectors. */
    private static final int PATTERN = 64;

    private final KernelBasis basis;
    private final int decays;
    private final int first;
    private final int pieces;
    private final double[] pattern;
    private final double[] state;
    private final double[] factors;
    private int pending;

    /** Of all nodes, with the baseline. */
    FeatureSweep(KernelBasis basis) {
        this(basis, 0, basis.nodes(), basis.baseline().pieces());
    }

    private FeatureSweep(KernelBasis basis, int from, int to, int pieces) {
        this.basis = basis;
        this.pieces = pieces;
        decays = basis.decays();
        first = from * decays;
        state = new double[(to - from) * decays];
        factors = new double[BATCH * decays];
        pattern = new double[Math.min(state.length, Math.max(1, PATTERN / decays) * decays)];
    }

    /** Of the source nodes {@code from} to below {@code to}. */
    static FeatureSweep ofSources(KernelBasis basis, int from, int to) {
        return new FeatureSweep(basis, from, to, 0);
    }

    /** Nothing has happened yet. */
    void begin() {
        Arrays.fill(state, 0);
        pending = 0;
    }

    /**
     * As it was after some events, with what they left, at the time of the last of them.
     *
     * @param before g_j^u at index j U + u
     * @param events how many; the next has a later time
     */
    void resume(double[] before, int events) {
        System.arraycopy(before, 0, state, 0, state.length);
        pending = events;
    }

    /** g_j^u at index j U + u, at the time of the last event walked to, without those that are not settled. Read only. */
    double[] state() {
        return state;
    }

    /** Goes on through the events {@code from} to below {@code to}; those before {@code from} were gone through already. */
    void walk(EventSequence sequence, int from, int to, RowSink sink) {
        double[] times = sequence.times();
        int[] nodes = sequence.nodes();
        for (int low = from; low < to; low += BATCH) {
            int high = Math.min(low + BATCH, to);
            fillFactors(times, low, high);
            for (int k = low; k < high; k++) {
                if (k > 0 && times[k] > times[k - 1]) {
                    settle(sequence, k);
                }
                int factor = (k - low) * decays;
                int node = nodes[k];
                int place = sink.next(node);
                if (place < 0) {
                    decay(factor);
                } else {
                    write(factor, times[k], sink.array(node), place);
                }
            }
        }
    }

    /**
     * Goes on through the events {@code from} to below {@code to} and shows none, those before {@code from} being settled; settles them. Cost: U
     * exponentials an event, and D U multiplications in all.
     */
    void skip(EventSequence sequence, int from, int to) {
        if (from == to) {
            return;
        }
        double[] times = sequence.times();
        double now = times[to - 1];
        if (from > 0) {
            for (int u = 0; u < decays; u++) {
                factors[u] = Math.exp(-basis.decay(u) * (now - times[from - 1]));
            }
            decay(0);
        }
        for (int low = from; low < to; low += BATCH) {
            int high = Math.min(low + BATCH, to);
            int at = 0;
            for (int k = low; k < high; k++) {
                for (int u = 0; u < decays; u++) {
                    factors[at++] = basis.decay(u) * (times[k] - now);
                }
            }
            Vectors.exp(at, factors, factors);
            for (int k = low; k < high; k++) {
                int place = sequence.nodes()[k] * decays - first;
                for (int u = 0; u < decays && 0 <= place && place < state.length; u++) {
                    state[place + u] += basis.decay(u) * factors[(k - low) * decays + u];
                }
            }
        }
        pending = to;
    }

    /** The events before this one have left their effects, those at the time of the last one too. */
    void settle(EventSequence sequence, int to) {
        int[] nodes = sequence.nodes();
        for (; pending < to; pending++) {
            int at = nodes[pending] * decays - first;
            for (int u = 0; u < decays && 0 <= at && at < state.length; u++) {
                state[at + u] += basis.decay(u);
            }
        }
    }

    /** exp(-b_u (t_k - t_(k-1))) for the events of a batch. */
    private void fillFactors(double[] times, int low, int high) {
        int at = 0;
        for (int k = low; k < high; k++) {
            double gap = k == 0 ? 0 : times[k - 1] - times[k];
            for (int u = 0; u < decays; u++) {
                factors[at++] = basis.decay(u) * gap;
            }
        }
        Vectors.exp(at, factors, factors);
    }

    private void decay(int factor) {
        fillPattern(factor);
        int width = pattern.length;
        int c = 0;
        for (; c + width <= state.length; c += width) {
            for (int p = 0; p < width; p++) {
                state[c + p] *= pattern[p];
            }
        }
        for (int p = 0; c < state.length; c++, p++) {
            state[c] *= pattern[p];
        }
    }

    private void write(int factor, double time, double[] row, int from) {
        if (pieces == 1) {
            row[from] = 1;
        } else if (pieces > 1) {
            Arrays.fill(row, from, from + pieces, 0);
            row[from + basis.baseline().piece(time)] = 1;
        }
        fillPattern(factor);
        int to = from + pieces;
        int width = pattern.length;
        int c = 0;
        for (; c + width <= state.length; c += width) {
            for (int p = 0; p < width; p++) {
                double g = state[c + p] * pattern[p];
                state[c + p] = g;
                row[to + c + p] = g;
            }
        }
        for (int p = 0; c < state.length; c++, p++) {
            double g = state[c] * pattern[p];
            state[c] = g;
            row[to + c] = g;
        }
    }

    /** The U factors of an event over and over. */
    private void fillPattern(int factor) {
        for (int p = 0; p < pattern.length; ) {
            for (int u = 0; u < decays; u++) {
                pattern[p++] = factors[factor + u];
            }
        }
    }
}
