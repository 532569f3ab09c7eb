package org.fenchel.cli;

import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a model is measured by. */
final class EvaluateOptions {
    @Option(
            names = {"--target", "-t"},
            paramLabel = "COL",
            description = "The target's column (default: as in training).")
    @Nullable
    String target;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "The intervals follow from it (default: ${DEFAULT-VALUE}).")
    long seed = 42;

    @Option(
            names = "--calibration",
            paramLabel = "N",
            defaultValue = "10",
            description = {
                "Groups of the table of predicted against observed means, for models of probabilities and rates;",
                "0 for no table (default: ${DEFAULT-VALUE})."
            })
    int groups = 10;

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
    }
}
