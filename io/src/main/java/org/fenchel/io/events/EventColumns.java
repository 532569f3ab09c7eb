package org.fenchel.io.events;

import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of events, by name.
 *
 * @param time of the events' times
 * @param node of the events' nodes; null where all are of one
 * @param sequence of the names of sequences; null where there is one
 * @param mark of a number that each event carries; null for none
 * @param start of where each event's sequence begins, the same in all its events; null for none
 * @param end of where it ends; null for none
 * @param kind what the times are
 * @param unit seconds in the unit of time for dates, see {@link TimeScale#unit}
 */
public record EventColumns(
        String time,
        @Nullable String node,
        @Nullable String sequence,
        @Nullable String mark,
        @Nullable String start,
        @Nullable String end,
        TimeKind kind,
        double unit) {
    /** Without columns of windows. */
    public EventColumns(
            String time,
            @Nullable String node,
            @Nullable String sequence,
            @Nullable String mark,
            TimeKind kind,
            double unit) {
        this(time, node, sequence, mark, null, null, kind, unit);
    }
}
