package org.fenchel.cli.hawkes;

import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What models of events are asked for: what follows the events, where they came from, or how likely they were. */
public final class EventPredictionOptions {
    @Option(
            names = "--horizon",
            paramLabel = "T",
            description = "For models of events: how long after the last event to look ahead.")
    @Nullable
    Double horizon;

    @Option(
            names = "--paths",
            paramLabel = "N",
            defaultValue = "1000",
            description = "For models of events: simulated futures (default: ${DEFAULT-VALUE}).")
    int paths = 1000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "For models of events: the futures follow from it (default: ${DEFAULT-VALUE}).")
    long seed = 42;

    @Option(
            names = "--intensities",
            paramLabel = "T",
            description = "For models of events: the rate of each node at every such step of time.")
    @Nullable
    Double step;

    @Option(
            names = "--parents",
            paramLabel = "P",
            description =
                    "For models of events: the earlier events that brought each event about with at least this probability.")
    @Nullable
    Double parents;

    /** Whether anything of this is asked for. */
    public boolean given() {
        return horizon != null || step != null || parents != null;
    }

    /**
     * Refuses what makes no sense.
     *
     * @throws InvalidInput if it does not
     */
    public void check() {
        int asked = (horizon == null ? 0 : 1) + (step == null ? 0 : 1) + (parents == null ? 0 : 1);
        if (asked > 1) {
            throw InvalidInput.of(
                    "--horizon, --intensities and --parents are answered one at a time", "give one of them");
        }
        if (step != null && !(step > 0 && Double.isFinite(step))) {
            throw InvalidInput.of("--intensities is " + step, "give a positive step of time, such as 0.5");
        }
        if (parents != null && !(parents >= 0 && parents <= 1)) {
            throw InvalidInput.of("--parents is " + parents, "give a probability, such as 0.1");
        }
    }
}
