package org.fenchel.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Events of several nodes over one window of time, in the order of their times. Immutable.
 *
 * <p>The window is (start, end]. Events at its start or before are its history: what they excite is counted, they themselves are not.
 * Events at the same time (ties) keep the order in which they were given.
 */
public final class EventSequence {
    private final double start;
    private final double end;
    private final double[] times;
    private final int[] nodes;
    private final double @Nullable [] marks;
    private final int first;

    private EventSequence(double start, double end, double[] times, int[] nodes, double @Nullable [] marks) {
        this.start = start;
        this.end = end;
        this.times = times;
        this.nodes = nodes;
        this.marks = marks;
        first = firstAfter(times, start);
    }

    /**
     * A sequence without marks.
     *
     * @param start of the window, finite
     * @param end of the window, finite, after the start
     * @param times of the events in any order, finite, none after the end; copied
     * @param nodes numbers of their nodes, 0 or more, as many; copied
     * @throws InvalidInput if they are not so
     */
    public static EventSequence of(double start, double end, double[] times, int[] nodes) {
        return of(start, end, times, nodes, null);
    }

    /**
     * A sequence whose events have a mark each, a number that says more of them.
     *
     * @param marks one an event, in the order of the times given, or null; copied
     * @throws InvalidInput if start, end, times or nodes are not as in {@link #of(double, double, double[], int[])}
     */
    public static EventSequence of(double start, double end, double[] times, int[] nodes, double @Nullable [] marks) {
        if (!Double.isFinite(start) || !Double.isFinite(end) || !(start < end)) {
            throw InvalidInput.of(
                    "a window from " + start + " to " + end + " is none", "the start is a number below the end");
        }
        if (nodes.length != times.length || marks != null && marks.length != times.length) {
            throw new IllegalArgumentException(times.length + " times, " + nodes.length + " nodes and "
                    + (marks == null ? "no" : "" + marks.length) + " marks");
        }
        boolean sorted = true;
        for (int k = 0; k < times.length; k++) {
            if (!Double.isFinite(times[k])) {
                throw InvalidInput.of("the time of event " + (k + 1) + " is " + times[k], "times are finite numbers");
            }
            if (times[k] > end) {
                throw InvalidInput.of(
                        "event " + (k + 1) + " at " + times[k] + " is after the end, " + end,
                        "leave it out, or let the window end later");
            }
            if (nodes[k] < 0) {
                throw new IllegalArgumentException("node " + nodes[k] + " of event " + (k + 1) + " is negative");
            }
            sorted &= k == 0 || times[k] >= times[k - 1];
        }
        if (sorted) {
            return new EventSequence(start, end, times.clone(), nodes.clone(), marks == null ? null : marks.clone());
        }
        int[] order = StableOrder.of(times);
        double[] sortedTimes = new double[order.length];
        int[] sortedNodes = new int[order.length];
        double @Nullable [] sortedMarks = marks == null ? null : new double[order.length];
        for (int k = 0; k < order.length; k++) {
            sortedTimes[k] = times[order[k]];
            sortedNodes[k] = nodes[order[k]];
            if (marks != null && sortedMarks != null) {
                sortedMarks[k] = marks[order[k]];
            }
        }
        return new EventSequence(start, end, sortedTimes, sortedNodes, sortedMarks);
    }

    /** The same events seen through another window; those after its end are left out, those at its start or before are history. */
    public EventSequence window(double newStart, double newEnd) {
        int kept = firstAfter(times, newEnd);
        return of(
                newStart,
                newEnd,
                Arrays.copyOf(times, kept),
                Arrays.copyOf(nodes, kept),
                marks == null ? null : Arrays.copyOf(marks, kept));
    }

    private static int firstAfter(double[] times, double time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the window begins. */
    public double start() {
        return start;
    }

    /** Where it ends. */
    public double end() {
        return end;
    }

    /** Length of the window. */
    public double duration() {
        return end - start;
    }

    /** Number of all events, history and window. */
    public int size() {
        return times.length;
    }

    /** Number of events before the window; the window's are those from this one on. */
    public int history() {
        return first;
    }

    /** Times of all events, ascending. Read only. */
    public double[] times() {
        return times;
    }

    /** Nodes of all events. Read only. */
    public int[] nodes() {
        return nodes;
    }

    /** Marks of all events, or null. Read only. */
    public double @Nullable [] marks() {
        return marks;
    }

    /** How many events have the time of the event before them. */
    public int ties() {
        int ties = 0;
        for (int k = 1; k < times.length; k++) {
            ties += times[k] == times[k - 1] ? 1 : 0;
        }
        return ties;
    }
}
