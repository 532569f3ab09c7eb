package org.fenchel.cli.linear;

import org.fenchel.cli.train.ClassOptions;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns the probability of one of two classes. */
@Command(
        name = "logistic",
        header = "Fit a logistic regression of two classes.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example: fenchel train logistic examples/spambase.csv --target type --scale minmax --l2 1e-3"})
public final class TrainLogistic extends TrainCommand {
    @Option(names = "--loss", paramLabel = "NAME", defaultValue = "logistic", description = "logistic, the only one.")
    private String loss = "logistic";

    @Mixin
    private ClassOptions classes = new ClassOptions();

    @Override
    Task task() {
        return Task.LOGISTIC;
    }

    @Override
    Loss loss() {
        if (!loss.equals("logistic")) {
            throw InvalidInput.of(
                    "train logistic has no loss '" + loss + "', only logistic, since it predicts probabilities",
                    "leave --loss out, or use train svm for the hinge losses");
        }
        return new Logistic();
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
