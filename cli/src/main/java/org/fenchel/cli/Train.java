package org.fenchel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the training commands. */
@Command(
        name = "train",
        header = "Fit a model: linear, logistic, svm, poisson or fm.",
        synopsisSubcommandLabel = "linear|logistic|svm|poisson|fm",
        mixinStandardHelpOptions = true)
final class Train implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "what kind of model? add linear, logistic, svm, poisson or fm after train");
    }
}
