package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.EventSequence;
import org.fenchel.kernel.Vectors;

/**
 * One pass through a sequence that gives each event of its window the features just before it, (1_p(t), g_1^1(t), ..., g_D^U(t)), and
 * their integrals over the window.
 *
 * <p>All features follow from those at the event before by one multiplication each: U exponentials an event, made many at a time.
 * Events at the same time do not see each other. Cost: B + D U numbers written an event.
 */
final class FeatureSweep {
    private static final int BATCH = 512;

    /** Takes the rows. */
    interface Sink {
        /** Where the next row of a node goes. */
        double[] array(int node);

        /** The place in it; asked once a row, before which all rows given are complete. */
        int next(int node);
    }

    private final KernelBasis basis;
    private final int decays;
    private final double[] state;
    private final double[] factors;

    FeatureSweep(KernelBasis basis) {
        this.basis = basis;
        decays = basis.decays();
        state = new double[basis.nodes() * decays];
        factors = new double[BATCH * decays];
    }

    /**
     * Goes through a sequence.
     *
     * @param integrals what is added to, length of a row
     */
    void sweep(EventSequence sequence, double[] integrals, Sink sink) {
        double[] times = sequence.times();
        int[] nodes = sequence.nodes();
        int history = sequence.history();
        Arrays.fill(state, 0);
        basis.baseline().addDurations(sequence.start(), sequence.end(), integrals);
        int pending = 0;
        for (int low = 0; low < times.length; low += BATCH) {
            int high = Math.min(low + BATCH, times.length);
            fillFactors(times, low, high);
            for (int k = low; k < high; k++) {
                if (k > 0 && times[k] > times[k - 1]) {
                    for (; pending < k; pending++) {
                        jump(nodes[pending]);
                    }
                }
                if (k == history && k > 0) {
                    addRemaining(1, sequence.start() - times[k - 1], integrals);
                }
                int factor = (k - low) * decays;
                if (k < history) {
                    decay(factor);
                } else {
                    int node = nodes[k];
                    for (int u = 0; u < decays; u++) {
                        integrals[basis.column(node, u)] += 1;
                    }
                    write(factor, times[k], sink.array(node), sink.next(node));
                }
            }
        }
        for (; pending < times.length; pending++) {
            jump(nodes[pending]);
        }
        if (times.length > 0) {
            double last = times[times.length - 1];
            if (history == times.length) {
                addRemaining(1, sequence.start() - last, integrals);
            }
            addRemaining(-1, sequence.end() - last, integrals);
        }
    }

    /** Adds what the kernels of all events so far have left to integrate to a time after the last, with a sign. */
    private void addRemaining(double sign, double after, double[] integrals) {
        for (int u = 0; u < decays; u++) {
            double left = sign * Math.exp(-basis.decay(u) * after) / basis.decay(u);
            for (int j = 0; j < basis.nodes(); j++) {
                integrals[basis.column(j, u)] += left * state[j * decays + u];
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

    private void jump(int node) {
        int at = node * decays;
        for (int u = 0; u < decays; u++) {
            state[at + u] += basis.decay(u);
        }
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
