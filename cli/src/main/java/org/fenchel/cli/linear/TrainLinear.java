package org.fenchel.cli.linear;

import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns to predict a number. */
@Command(
        name = "linear",
        header = "Fit a linear model of a number.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example: fenchel train linear examples/diabetes.csv --target progression --scale standard --l1 0.1"
        })
public final class TrainLinear extends TrainCommand {
    @Option(
            names = "--loss",
            paramLabel = "NAME",
            defaultValue = "squared",
            description = "squared, absolute, huber, quantile, epsilon-insensitive (default: ${DEFAULT-VALUE}).")
    private String loss = "squared";

    @Option(names = "--tau", paramLabel = "X", description = "Which quantile, between 0 and 1 (quantile).")
    private @Nullable Double tau;

    @Option(names = "--delta", paramLabel = "X", description = "Where squared turns into absolute (huber).")
    private @Nullable Double delta;

    @Option(
            names = "--epsilon",
            paramLabel = "X",
            description = "Errors up to this cost nothing (epsilon-insensitive).")
    private @Nullable Double epsilon;

    @Override
    Task task() {
        return Task.LINEAR;
    }

    @Override
    Loss loss() {
        Loss chosen = new LossChoice(loss)
                .with("tau", tau, "quantile")
                .with("delta", delta, "huber")
                .with("epsilon", epsilon, "epsilon-insensitive")
                .loss();
        if (!chosen.accepts(-0.5)) {
            throw InvalidInput.of(
                    "the loss " + loss + " is not for numbers: its targets must be " + chosen.targets(),
                    "choose squared, absolute, huber, quantile or epsilon-insensitive, or another of the train commands");
        }
        return chosen;
    }
}
