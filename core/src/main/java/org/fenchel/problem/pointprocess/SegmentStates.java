package org.fenchel.problem.pointprocess;

import org.fenchel.kernel.Shards;

/**
 * The states at the beginnings of the segments of a stream. What the events of a segment leave at its end is found for all segments at
 * once, as if nothing had been before them; then the segments are gone through in their order, as what was before only decays. On the
 * way the integrals of the features are completed by what kernels have left at the ends of windows.
 */
final class SegmentStates {
    private final FeatureStream stream;
    private final KernelBasis basis;

    SegmentStates(FeatureStream stream, KernelBasis basis) {
        this.stream = stream;
        this.basis = basis;
    }

    /**
     * What a segment leaves.
     *
     * @param integrals of its sequences that begin and end in it, by column
     * @param first what its part of a sequence that began before it leaves at the part's end; empty where there is none
     * @param last what its part of a sequence that goes on after it leaves, where that began in it; empty where there is none
     */
    private record Left(double[] integrals, double[] first, double[] last) {}

    /** States by segment, empty for those that begin with a sequence. Adds to the integrals. */
    double[][] find(double[] integrals) {
        Left[] left = new Left[stream.segments()];
        Shards.run(left.length, segment -> left[segment] = left(segment));
        double[][] states = new double[left.length][0];
        double[] carried = new double[0];
        for (int segment = 0; segment < left.length; segment++) {
            Left own = left[segment];
            for (int c = 0; c < integrals.length; c++) {
                integrals[c] += own.integrals()[c];
            }
            if (own.first().length > 0) {
                states[segment] = carried;
                carried = carry(segment, carried, own.first(), integrals);
            }
            if (own.last().length > 0) {
                carried = own.last();
            }
        }
        return states;
    }

    private Left left(int segment) {
        double[] integrals = new double[basis.columns()];
        double[][] ends = new double[2][0];
        FeatureSweep sweep = new FeatureSweep(basis);
        stream.parts(segment, (sequence, from, to) -> {
            sweep.begin();
            boolean begins = from == sequence.history();
            if (begins && from > 0) {
                sweep.skip(sequence, 0, from);
                addRemaining(sweep.state(), 1, sequence.start() - sequence.times()[from - 1], integrals);
            }
            sweep.skip(sequence, from, to);
            if (!begins) {
                ends[0] = sweep.state().clone();
            } else if (to < sequence.size()) {
                ends[1] = sweep.state().clone();
            } else if (to > 0) {
                addRemaining(sweep.state(), -1, sequence.end() - sequence.times()[to - 1], integrals);
            }
        });
        return new Left(integrals, ends[0], ends[1]);
    }

    /** The state at the end of a segment's first part, given that at its beginning. */
    private double[] carry(int segment, double[] before, double[] own, double[] integrals) {
        double[] state = own.clone();
        boolean[] done = new boolean[1];
        stream.parts(segment, (sequence, from, to) -> {
            if (!done[0]) {
                done[0] = true;
                decayInto(before, sequence.times()[to - 1] - sequence.times()[from - 1], state);
                if (to == sequence.size()) {
                    addRemaining(state, -1, sequence.end() - sequence.times()[to - 1], integrals);
                }
            }
        });
        return state;
    }

    private void decayInto(double[] before, double time, double[] state) {
        int decays = basis.decays();
        for (int u = 0; u < decays; u++) {
            double factor = Math.exp(-basis.decay(u) * time);
            for (int c = u; c < state.length; c += decays) {
                state[c] += factor * before[c];
            }
        }
    }

    /** Adds what the kernels of all events so far have left to integrate to a time after the last, with a sign. */
    private void addRemaining(double[] state, double sign, double after, double[] integrals) {
        int decays = basis.decays();
        for (int u = 0; u < decays; u++) {
            double left = sign * Math.exp(-basis.decay(u) * after) / basis.decay(u);
            for (int j = 0; j < basis.nodes(); j++) {
                integrals[basis.column(j, u)] += left * state[j * decays + u];
            }
        }
    }
}
