package org.fenchel.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How far models of events look ahead. */
final class HorizonOptions {
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
}
