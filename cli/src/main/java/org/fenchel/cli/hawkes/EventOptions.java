package org.fenchel.cli.hawkes;

import java.util.Arrays;
import java.util.Locale;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.events.EventColumns;
import org.fenchel.io.events.TimeKind;
import org.fenchel.io.events.TimeScale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns of a file make its events, and which window is looked at. */
final class EventOptions {
    @Option(names = "--time", paramLabel = "COL", required = true, description = "The column of times.")
    private String time = "";

    @Option(names = "--node", paramLabel = "COL", description = "The column of nodes (default: all events are of one).")
    private @Nullable String node;

    @Option(
            names = "--sequence",
            paramLabel = "COL",
            description = "The column of sequences that know nothing of each other (default: one sequence).")
    private @Nullable String sequence;

    @Option(names = "--mark", paramLabel = "COL", description = "A column of numbers to keep with the events.")
    private @Nullable String mark;

    @Option(
            names = "--time-format",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = {
                "number, seconds or millis since 1970, or iso as in 2024-06-03T08:33:08Z",
                "(default: ${DEFAULT-VALUE}, told by the cells)."
            })
    private String kind = "auto";

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            defaultValue = "seconds",
            description =
                    "Unit of time for dates: seconds, minutes, hours, days; decays count in it (default: ${DEFAULT-VALUE}).")
    private String unit = "seconds";

    @Option(
            names = "--start-column",
            paramLabel = "COL",
            description = "The column that says where an event's sequence begins; --start overrides it.")
    private @Nullable String startColumn;

    @Option(
            names = "--end-column",
            paramLabel = "COL",
            description = "The column that says where an event's sequence ends; --end overrides it.")
    private @Nullable String endColumn;

    @Option(
            names = "--start",
            paramLabel = "T",
            description = {
                "Events up to here are history: what they excite counts, they do not",
                "(default: 0; for dates each sequence's first event)."
            })
    @Nullable
    String start;

    @Option(
            names = "--end",
            paramLabel = "T",
            description = "Events after this are left out (default: each sequence's last event).")
    @Nullable
    String end;

    /**
     * The columns.
     *
     * @throws InvalidInput if kind or unit are unknown
     */
    EventColumns columns() {
        TimeKind known = Arrays.stream(TimeKind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(
                        "--time-format '" + kind + "' is unknown", "give auto, number, seconds, millis or iso"));
        return new EventColumns(time, node, sequence, mark, startColumn, endColumn, known, TimeScale.unit(unit));
    }
}
