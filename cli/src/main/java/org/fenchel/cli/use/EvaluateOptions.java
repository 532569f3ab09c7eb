package org.fenchel.cli.use;

import java.nio.file.Path;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a model is measured by. */
public final class EvaluateOptions {
    @Option(
            names = {"--target", "-t"},
            paramLabel = "COL",
            description = "The target's column (default: as in training).")
    public @Nullable String target;

    @Option(
            names = "--by",
            paramLabel = "COL",
            description = "Measure too how well the rows of each user, say, are ranked (factorization machines only).")
    public @Nullable String by;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "The intervals follow from it (default: ${DEFAULT-VALUE}).")
    public long seed = 42;

    @Option(
            names = "--calibration",
            paramLabel = "N",
            defaultValue = "10",
            description = {
                "Groups of the table of predicted against observed means, for models of probabilities and rates;",
                "0 for no table (default: ${DEFAULT-VALUE})."
            })
    public int groups = 10;

    @Option(
            names = "--start",
            paramLabel = "T",
            description = "For models of events: those up to here are history (default: as in training).")
    public @Nullable String start;

    @Option(
            names = "--end",
            paramLabel = "T",
            description = "For models of events: those after this are left out (default: the last event).")
    public @Nullable String end;

    @Option(
            names = "--floor",
            paramLabel = "F",
            defaultValue = "0",
            description = {
                "For models of events: no rate is below this share of its node's mean rate, so that no event is impossible",
                "(default: ${DEFAULT-VALUE}, the model as it is)."
            })
    public double floor;

    @Option(
            names = "--page",
            paramLabel = "DIR",
            description = "For models of events: leave a page with pictures in this folder.")
    public @Nullable Path page;

    /**
     * Refuses what makes no sense.
     *
     * @throws InvalidInput if it does not
     */
    void check() {
        if (groups < 0) {
            throw InvalidInput.of(
                    "--calibration is " + groups, "give a number of groups, such as 10, or 0 for no table");
        }
        if (!(floor >= 0) || Double.isInfinite(floor)) {
            throw InvalidInput.of("--floor is " + floor, "give a share of the mean rate, such as 0.001");
        }
    }
}
