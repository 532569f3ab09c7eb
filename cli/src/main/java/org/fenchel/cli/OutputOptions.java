package org.fenchel.cli;

import java.nio.file.Path;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the results of a fit go. */
final class OutputOptions {
    @Option(
            names = {"--out", "-o"},
            paramLabel = "FILE",
            description = "Save the model here; without it nothing is written.")
    @Nullable
    Path out;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    boolean json;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Save the course of the fit: CSV, or JSON lines where the name ends in .jsonl.")
    @Nullable
    Path trace;

    @Option(
            names = {"--quiet", "-q"},
            description = "Print nothing but warnings and errors.")
    boolean quiet;

    /**
     * Refuses what makes no sense.
     *
     * @throws InvalidInput if it does not
     */
    void check() {
        if (json && quiet) {
            throw InvalidInput.of("--json and --quiet contradict each other", "give one of them");
        }
    }
}
