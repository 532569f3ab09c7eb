package org.fenchel.problem.pointprocess;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;

/**
 * The features of the events of a log, made again in each pass instead of kept: all that is kept is the state at the beginnings of some
 * segments, which can be gone through at once. How many segments there are follows from the size of the work alone.
 */
public final class FeatureStream {
    private final KernelBasis basis;
    private final List<EventSequence> sequences;
    private final List<Segment> segments = new ArrayList<>();

    /**
     * Where a segment begins.
     *
     * @param state left by the events before, empty at the start of a sequence
     * @param before events of each node in the windows before
     */
    private record Segment(int sequence, int from, double[] state, int[] before) {}

    private FeatureStream(KernelBasis basis, List<EventSequence> sequences) {
        this.basis = basis;
        this.sequences = sequences;
    }

    /**
     * Goes through a log for the first time.
     *
     * @param most segments
     * @param integrals receives those of the features over the windows, length of a row
     * @param sink takes the rows of this pass
     */
    static FeatureStream of(EventLog log, KernelBasis basis, int most, double[] integrals, RowSink sink) {
        FeatureStream stream = new FeatureStream(basis, log.sequences());
        FeatureSweep sweep = new FeatureSweep(basis);
        long least = (log.events() + most - 1) / most;
        long since = 0;
        int[] before = new int[basis.nodes()];
        stream.segments.add(new Segment(0, 0, new double[0], before.clone()));
        for (int s = 0; s < log.sequences().size(); s++) {
            EventSequence sequence = log.sequences().get(s);
            double[] times = sequence.times();
            int at = sequence.history();
            if (since >= least) {
                stream.segments.add(new Segment(s, 0, new double[0], before.clone()));
                since = 0;
            }
            basis.baseline().addDurations(sequence.start(), sequence.end(), integrals);
            sweep.begin();
            sweep.walk(sequence, 0, at, RowSink.NONE);
            sweep.settle(sequence, at);
            if (at > 0) {
                addRemaining(basis, sweep.state(), 1, sequence.start() - times[at - 1], integrals);
            }
            while (at < times.length) {
                int to = (int) Math.min(times.length, at + (least - since));
                while (to < times.length && times[to] == times[to - 1]) {
                    to++;
                }
                sweep.walk(sequence, at, to, sink);
                sweep.settle(sequence, to);
                for (int k = at; k < to; k++) {
                    before[sequence.nodes()[k]]++;
                }
                since += to - at;
                at = to;
                if (at < times.length && since >= least) {
                    stream.segments.add(new Segment(s, at, sweep.state().clone(), before.clone()));
                    since = 0;
                }
            }
            if (times.length > 0) {
                addRemaining(basis, sweep.state(), -1, sequence.end() - times[times.length - 1], integrals);
            }
        }
        for (int j = 0; j < basis.nodes(); j++) {
            for (int u = 0; u < basis.decays(); u++) {
                integrals[basis.column(j, u)] += log.events(j);
            }
        }
        return stream;
    }

    /** Adds what the kernels of all events so far have left to integrate to a time after the last, with a sign. */
    private static void addRemaining(KernelBasis basis, double[] state, double sign, double after, double[] integrals) {
        int decays = basis.decays();
        for (int u = 0; u < decays; u++) {
            double left = sign * Math.exp(-basis.decay(u) * after) / basis.decay(u);
            for (int j = 0; j < basis.nodes(); j++) {
                integrals[basis.column(j, u)] += left * state[j * decays + u];
            }
        }
    }

    /** Number of segments. */
    public int segments() {
        return segments.size();
    }

    /** How many events of a node are in the windows before a segment. */
    public int before(int segment, int node) {
        return segments.get(segment).before()[node];
    }

    /** Goes through a segment again. Cost: U exponentials and D U multiplications an event. */
    public void walk(int segment, RowSink sink) {
        FeatureSweep sweep = new FeatureSweep(basis);
        Segment first = segments.get(segment);
        boolean last = segment + 1 == segments.size();
        int end = last ? sequences.size() - 1 : segments.get(segment + 1).sequence();
        for (int s = first.sequence(); s <= end; s++) {
            EventSequence sequence = sequences.get(s);
            int to = last || s < end
                    ? sequence.size()
                    : segments.get(segment + 1).from();
            int from = s == first.sequence() ? first.from() : 0;
            if (to == 0) {
                continue;
            }
            if (from > 0) {
                sweep.resume(first.state(), from);
            } else {
                sweep.begin();
                from = sequence.history();
                sweep.walk(sequence, 0, from, RowSink.NONE);
                sweep.settle(sequence, from);
            }
            sweep.walk(sequence, from, to, sink);
        }
    }

    /** Is shown events with their features. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Sees an event.
         *
         * @param row its features, only for now
         */
        void see(int node, double[] row);
    }

    /** Goes through a segment again and shows each of its events. */
    public void visit(int segment, Visitor visitor) {
        double[] row = new double[basis.columns()];
        int[] last = {-1};
        walk(segment, new RowSink() {
            @Override
            public int next(int node) {
                if (last[0] >= 0) {
                    visitor.see(last[0], row);
                }
                last[0] = node;
                return 0;
            }

            @Override
            public double[] array(int node) {
                return row;
            }
        });
        if (last[0] >= 0) {
            visitor.see(last[0], row);
        }
    }
}
