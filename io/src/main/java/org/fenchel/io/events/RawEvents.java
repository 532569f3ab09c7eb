package org.fenchel.io.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The events of a file as they stand in it.
 *
 * @param source the file's name
 * @param scale how its times became numbers
 * @param times of the events, length n
 * @param nodes indices into the names of nodes
 * @param nodeNames in numerical order where all are numbers, in alphabetical order else
 * @param sequences indices into the names of sequences, or null for one
 * @param sequenceNames in the order of their first events
 * @param marks or null
 * @param starts of the windows of the sequences, or null
 * @param ends of them, or null
 */
public record RawEvents(
        String source,
        TimeScale scale,
        double[] times,
        int[] nodes,
        List<String> nodeNames,
        int @Nullable [] sequences,
        List<String> sequenceNames,
        double @Nullable [] marks,
        double @Nullable [] starts,
        double @Nullable [] ends) {

    /** Number of events. */
    public int n() {
        return times.length;
    }

    /** Whether events of one sequence stand in another order than that of their times. */
    public boolean unsorted() {
        double[] last = new double[Math.max(1, sequenceNames.size())];
        Arrays.fill(last, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < times.length; k++) {
            int s = sequences == null ? 0 : sequences[k];
            if (times[k] < last[s]) {
                return true;
            }
            last[s] = times[k];
        }
        return false;
    }

    /**
     * The events as a log.
     *
     * @param start of all windows, or null for what the file says, and where it says nothing for 0 where times are plain numbers and
     *     for each sequence's first event where they are dates
     * @param end of all windows, or null for what the file says, or each sequence's last event; later events are left out
     * @param names of the nodes that are known, or null for those of the file
     * @throws InvalidInput if a window would be empty, or an event is of an unknown node
     */
    public EventLog log(@Nullable String start, @Nullable String end, @Nullable List<String> names) {
        int[] known = names == null ? null : translate(names);
        int count = Math.max(1, sequenceNames.size());
        int[] sizes = new int[count];
        for (int k = 0; k < times.length; k++) {
            sizes[sequences == null ? 0 : sequences[k]]++;
        }
        int[][] members = new int[count][];
        for (int s = 0; s < count; s++) {
            members[s] = new int[sizes[s]];
        }
        int[] filled = new int[count];
        for (int k = 0; k < times.length; k++) {
            int s = sequences == null ? 0 : sequences[k];
            members[s][filled[s]++] = k;
        }
        List<EventSequence> made = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            made.add(sequence(members[s], s, start, end, known));
        }
        return EventLog.of(names == null ? nodeNames : names, made);
    }

    private EventSequence sequence(
            int[] members, int s, @Nullable String start, @Nullable String end, int @Nullable [] known) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (int k : members) {
            first = Math.min(first, times[k]);
            last = Math.max(last, times[k]);
        }
        double begun = starts != null ? starts[s] : scale.kind().dates() ? first : 0;
        double from = start != null ? scale.of(start) : begun;
        double ended = ends != null ? ends[s] : last;
        double to = end != null ? scale.of(end) : ended;
        if (!(from < to)) {
            String which = sequences == null ? "" : " of sequence " + sequenceNames.get(s);
            throw InvalidInput.of(
                            "the window" + which + " would go from " + scale.shown(from) + " to " + scale.shown(to),
                            "give --start and --end around the events")
                    .in(source);
        }
        int kept = 0;
        double[] ownTimes = new double[members.length];
        int[] ownNodes = new int[members.length];
        double @Nullable [] ownMarks = marks == null ? null : new double[members.length];
        for (int k : members) {
            if (times[k] <= to) {
                ownTimes[kept] = times[k];
                ownNodes[kept] = known == null ? nodes[k] : known[nodes[k]];
                if (marks != null && ownMarks != null) {
                    ownMarks[kept] = marks[k];
                }
                kept++;
            }
        }
        return EventSequence.of(
                from,
                to,
                Arrays.copyOf(ownTimes, kept),
                Arrays.copyOf(ownNodes, kept),
                ownMarks == null ? null : Arrays.copyOf(ownMarks, kept));
    }

    private int[] translate(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : names) {
            numbers.put(name, numbers.size());
        }
        int[] known = new int[nodeNames.size()];
        for (int i = 0; i < known.length; i++) {
            Integer number = numbers.get(nodeNames.get(i));
            if (number == null) {
                throw InvalidInput.of(
                                "there are events of a node '" + nodeNames.get(i) + "', which the model does not know",
                                "its nodes are " + String.join(", ", names))
                        .in(source);
            }
            known[i] = number;
        }
        return known;
    }
}
