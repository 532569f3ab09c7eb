package org.fenchel.cli.linear;

import org.fenchel.cli.train.ClassOptions;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns to tell two classes apart by a margin. */
@Command(
        name = "svm",
        header = "Fit a linear support vector machine of two classes.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example: fenchel train svm examples/breast-cancer.csv --target diagnosis --scale standard --l2 1e-2"
        })
public final class TrainSvm extends TrainCommand {
    @Option(
            names = "--loss",
            paramLabel = "NAME",
            defaultValue = "hinge",
            description = "hinge, squared-hinge, smoothed-hinge (default: ${DEFAULT-VALUE}).")
    private String loss = "hinge";

    @Option(names = "--gamma", paramLabel = "X", description = "Width over which the kink is rounded (smoothed-hinge).")
    private @Nullable Double gamma;

    @Mixin
    private ClassOptions classes = new ClassOptions();

    @Override
    Task task() {
        return Task.SVM;
    }

    @Override
    Loss loss() {
        Loss chosen =
                new LossChoice(loss).with("gamma", gamma, "smoothed-hinge").loss();
        if (!TargetEncoding.isTwoClass(chosen)) {
            throw InvalidInput.of(
                    "the loss " + loss + " is not for two classes: its targets must be " + chosen.targets(),
                    "choose hinge, squared-hinge or smoothed-hinge, or another of the train commands");
        }
        return chosen;
    }

    @Override
    @Nullable
    String positive() {
        return classes.positive;
    }

    @Override
    @Nullable
    ClassWeights classWeights() {
        return classes.classWeights();
    }
}
