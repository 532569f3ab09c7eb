package org.fenchel.data;

import java.util.Arrays;
import java.util.List;

/** Events of named nodes, seen in one or several sequences that know nothing of each other. Immutable. */
public final class EventLog {
    private final List<String> nodeNames;
    private final List<EventSequence> sequences;
    private final int[] counts;
    private final long events;

    private EventLog(List<String> nodeNames, List<EventSequence> sequences, int[] counts) {
        this.nodeNames = nodeNames;
        this.sequences = sequences;
        this.counts = counts;
        events = Arrays.stream(counts).asLongStream().sum();
    }

    /**
     * A log of sequences.
     *
     * @param nodeNames one for each of the D nodes
     * @param sequences at least one; their events' nodes are below D
     * @throws InvalidInput if there is no sequence or an event of a node without a name
     */
    public static EventLog of(List<String> nodeNames, List<EventSequence> sequences) {
        if (sequences.isEmpty()) {
            throw InvalidInput.of("there is no sequence of events", "give at least one");
        }
        int[] counts = new int[nodeNames.size()];
        for (EventSequence sequence : sequences) {
            int[] nodes = sequence.nodes();
            for (int k = 0; k < nodes.length; k++) {
                if (nodes[k] >= counts.length) {
                    throw InvalidInput.of(
                            "an event is of node " + nodes[k] + ", and there are " + counts.length + " nodes",
                            "nodes are counted from 0");
                }
                if (k >= sequence.history()) {
                    counts[nodes[k]] = Math.incrementExact(counts[nodes[k]]);
                }
            }
        }
        return new EventLog(List.copyOf(nodeNames), List.copyOf(sequences), counts);
    }

    /**
     * One sequence whose nodes are named by their numbers.
     *
     * @param nodes D
     */
    public static EventLog of(int nodes, EventSequence sequence) {
        return of(new NumberedNames("node", nodes), List.of(sequence));
    }

    /** The log with other windows on the same sequences, as {@link EventSequence#window} makes them. */
    public EventLog window(double start, double end) {
        return of(nodeNames, sequences.stream().map(s -> s.window(start, end)).toList());
    }

    /** Number of nodes, D. */
    public int nodes() {
        return counts.length;
    }

    /** Names of the nodes, length D. */
    public List<String> nodeNames() {
        return nodeNames;
    }

    /** The sequences, at least one. */
    public List<EventSequence> sequences() {
        return sequences;
    }

    /** Number of events in the windows. */
    public long events() {
        return events;
    }

    /** Number of events of a node in the windows. */
    public int events(int node) {
        return counts[node];
    }

    /** Lengths of all windows together. */
    public double duration() {
        return sequences.stream().mapToDouble(EventSequence::duration).sum();
    }

    /** How many events have the time of the event before them in their sequence. */
    public long ties() {
        return sequences.stream().mapToLong(EventSequence::ties).sum();
    }
}
