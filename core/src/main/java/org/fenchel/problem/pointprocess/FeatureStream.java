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
    private final List<Segment> segments;

    /**
     * Where a segment begins.
     *
     * @param state left by the events before, empty at the start of a sequence
     * @param before events of each node in the windows before
     */
    record Segment(int sequence, int from, double[] state, int[] before) {
        Segment withState(double[] other) {
            return new Segment(sequence, from, other, before);
        }
    }

    private FeatureStream(KernelBasis basis, List<EventSequence> sequences, List<Segment> segments) {
        this.basis = basis;
        this.sequences = sequences;
        this.segments = segments;
    }

    /**
     * Cuts a log. Cost: U exponentials an event, on all cores.
     *
     * @param most segments
     * @param integrals receives those of the features over the windows, length of a row
     */
    static FeatureStream of(EventLog log, KernelBasis basis, int most, double[] integrals) {
        FeatureStream stateless = new FeatureStream(basis, log.sequences(), cut(log, most));
        for (EventSequence sequence : log.sequences()) {
            basis.baseline().addDurations(sequence.start(), sequence.end(), integrals);
        }
        for (int j = 0; j < basis.nodes(); j++) {
            for (int u = 0; u < basis.decays(); u++) {
                integrals[basis.column(j, u)] += log.events(j);
            }
        }
        double[][] states = new SegmentStates(stateless, basis).find(integrals);
        List<Segment> segments = new ArrayList<>();
        for (int s = 0; s < states.length; s++) {
            segments.add(stateless.segments.get(s).withState(states[s]));
        }
        return new FeatureStream(basis, log.sequences(), segments);
    }

    /** Segments of about as many events each; events at the same time stay together. */
    private static List<Segment> cut(EventLog log, int most) {
        List<Segment> segments = new ArrayList<>();
        long least = (log.events() + most - 1) / most;
        long since = least;
        int[] before = new int[log.nodes()];
        for (int s = 0; s < log.sequences().size(); s++) {
            EventSequence sequence = log.sequences().get(s);
            double[] times = sequence.times();
            int at = sequence.history();
            if (since >= least) {
                segments.add(new Segment(s, at, new double[0], before.clone()));
                since = 0;
            }
            while (at < times.length) {
                if (since >= least) {
                    segments.add(new Segment(s, at, new double[0], before.clone()));
                    since = 0;
                }
                int to = (int) Math.min(times.length, at + (least - since));
                while (to < times.length && times[to] == times[to - 1]) {
                    to++;
                }
                for (int k = at; k < to; k++) {
                    before[sequence.nodes()[k]]++;
                }
                since += to - at;
                at = to;
            }
        }
        return segments;
    }

    /** Number of segments. */
    public int segments() {
        return segments.size();
    }

    /** How many events of a node are in the windows before a segment. */
    public int before(int segment, int node) {
        return segments.get(segment).before()[node];
    }

    /** Where a segment begins. */
    Segment segment(int number) {
        return segments.get(number);
    }

    /** Sees a part of a segment: events {@code from} to below {@code to} of a sequence, from its history's end on or from within. */
    interface PartVisitor {
        void see(EventSequence sequence, int from, int to);
    }

    /** Shows the parts of a segment. */
    void parts(int number, PartVisitor visitor) {
        Segment first = segments.get(number);
        boolean last = number + 1 == segments.size();
        int end = last ? sequences.size() - 1 : segments.get(number + 1).sequence();
        for (int s = first.sequence(); s <= end; s++) {
            EventSequence sequence = sequences.get(s);
            int from = s == first.sequence() ? first.from() : sequence.history();
            if (last || s < end) {
                visitor.see(sequence, from, sequence.size());
            } else if (segments.get(number + 1).from() > sequence.history()) {
                visitor.see(sequence, from, segments.get(number + 1).from());
            }
        }
    }

    /** Goes through a segment again. Cost: U exponentials and D U multiplications an event. */
    public void walk(int segment, RowSink sink) {
        FeatureSweep sweep = new FeatureSweep(basis);
        double[] state = segments.get(segment).state();
        parts(segment, (sequence, from, to) -> {
            if (from > sequence.history()) {
                sweep.resume(state, from);
            } else {
                sweep.begin();
                sweep.skip(sequence, 0, from);
            }
            sweep.walk(sequence, from, to, sink);
        });
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
        OneRow one = new OneRow(new double[basis.columns()], visitor);
        walk(segment, one);
        one.end();
    }

    /**
     * Goes through all events and shows each with the features of the source nodes {@code from} to below {@code to} alone, without the
     * baseline's. Ranges of nodes may be gone through at once.
     */
    public void visitSources(int from, int to, Visitor visitor) {
        FeatureSweep sweep = FeatureSweep.ofSources(basis, from, to);
        OneRow one = new OneRow(new double[(to - from) * basis.decays()], visitor);
        for (EventSequence sequence : sequences) {
            sweep.begin();
            sweep.skip(sequence, 0, sequence.history());
            sweep.walk(sequence, sequence.history(), sequence.size(), one);
        }
        one.end();
    }

    /** Shows a row once it is complete, which is when the next is asked for. */
    private static final class OneRow implements RowSink {
        private final double[] row;
        private final Visitor visitor;
        private int last = -1;

        OneRow(double[] row, Visitor visitor) {
            this.row = row;
            this.visitor = visitor;
        }

        @Override
        public int next(int node) {
            end();
            last = node;
            return 0;
        }

        @Override
        public double[] array(int node) {
            return row;
        }

        void end() {
            if (last >= 0) {
                visitor.see(last, row);
            }
        }
    }
}
