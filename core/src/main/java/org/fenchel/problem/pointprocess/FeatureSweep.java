package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.EventSequence;
import org.fenchel.kernel.Vectors;

/**
 * A pass through a sequence that gives each event the features just before it, (1_p(t), g_1^1(t), ..., g_D^U(t)).
 *
 * <p>All features follow from those at the event before by one multiplication each: U exponentials an event, made many at a time.
 * Events at the same time do not see each other. Cost: B + D U numbers written an event.
 */
final class FeatureSweep {
    private static final int BATCH = 512;

    private final KernelBasis basis;
    private final int decays;
    private final double[] state;
    private final double[] factors;
    private int pending;

    FeatureSweep(KernelBasis basis) {
        this.basis = basis;
        decays = basis.decays();
        state = new double[basis.nodes() * decays];
        factors = new double[BATCH * decays];
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

    /** The events before this one have left their effects, those at the time of the last one too. */
    void settle(EventSequence sequence, int to) {
        int[] nodes = sequence.nodes();
        for (; pending < to; pending++) {
            int at = nodes[pending] * decays;
            for (int u = 0; u < decays; u++) {
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
        for (int c = 0; c < state.length; ) {
            for (int u = 0; u < decays; u++) {
                state[c++] *= factors[factor + u];
            }
        }
    }

    private void write(int factor, double time, double[] row, int from) {
        int pieces = basis.baseline().pieces();
        if (pieces == 1) {
            row[from] = 1;
        } else {
            Arrays.fill(row, from, from + pieces, 0);
            row[from + basis.baseline().piece(time)] = 1;
        }
        int to = from + pieces;
        for (int c = 0; c < state.length; ) {
            for (int u = 0; u < decays; u++, c++) {
                double g = state[c] * factors[factor + u];
                state[c] = g;
                row[to + c] = g;
            }
        }
    }
}
