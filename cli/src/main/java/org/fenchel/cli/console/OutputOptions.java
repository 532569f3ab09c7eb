package org.fenchel.cli.console;

import java.nio.file.Path;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the results of a fit go. */
public final class OutputOptions {
    @Option(
            names = {"--out", "-o"},
            paramLabel = "FILE",
            description = "Save the model here; without it nothing is written.")
    public @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    public boolean json;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Save the course of the fit: CSV, or JSON lines where the name ends in .jsonl.")
    public @Nullable Path trace;

    @Option(
            names = {"--quiet", "-q"},
            description = "Print nothing but warnings and errors.")
    public boolean quiet;

    /**
     * Refuses what makes no sense.
     *
     * @throws InvalidInput if it does not
     */
    public void check() {
        if (json && quiet) {
            throw InvalidInput.of("--json and --quiet contradict each other", "give one of them");
        }
    }
}
