package org.fenchel.cli.train;

import java.nio.file.Path;
import org.fenchel.data.InvalidInput;
import org.fenchel.run.StopRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the fit is done and when it ends. */
public final class FitOptions {
    @Option(
            names = "--solver",
            paramLabel = "SPEC",
            description =
                    "Such as \"proximal-point(batch=4,step=1)\"; see fenchel solvers (default: full batch, certified).")
    public @Nullable String solver;

    @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the data.")
    public @Nullable Integer epochs;

    @Option(names = "--seconds", paramLabel = "S", description = "Most seconds of fitting.")
    @Nullable
    Double seconds;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "End at this certified relative gap (default: 1e-6).")
    private @Nullable Double tolerance;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "All that is random follows from it (default: ${DEFAULT-VALUE}).")
    public long seed = 42;

    @Option(
            names = "--warm-start",
            paramLabel = "MODEL",
            description = "Start from the weights of this model, by feature names.")
    public @Nullable Path warmStart;

    /**
     * When to stop.
     *
     * @throws InvalidInput if a limit can't be reached
     */
    public StopRule rule() {
        if (tolerance != null && (!(tolerance >= 0) || Double.isInfinite(tolerance))) {
            throw InvalidInput.of("--tolerance is " + tolerance, "give 0 or more, such as 1e-6");
        }
        if (epochs != null && epochs < 1) {
            throw InvalidInput.of("--epochs is " + epochs, "give 1 or more");
        }
        if (seconds != null && !(seconds > 0)) {
            throw InvalidInput.of("--seconds is " + seconds, "give a positive number");
        }
        StopRule rule = new StopRule();
        if (tolerance != null) {
            rule = rule.withRelativeGap(tolerance);
        }
        if (epochs != null) {
            rule = rule.withPasses(epochs);
        }
        if (seconds != null) {
            rule = rule.withSeconds(seconds);
            // Time alone is the limit then, however many passes fit into it.
            rule = epochs == null ? rule.withPasses(Double.POSITIVE_INFINITY) : rule;
        }
        return rule;
    }

    /** Whether the tolerance is the user's own. */
    public boolean toleranceGiven() {
        return tolerance != null;
    }
}
