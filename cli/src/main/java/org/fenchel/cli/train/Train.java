package org.fenchel.cli.train;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the training commands. */
@Command(name = "train", header = "Fit a model.", synopsisSubcommandLabel = "TASK", mixinStandardHelpOptions = true)
public final class Train implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        String kinds = String.join(", ", spec.subcommands().keySet()).replaceFirst(", ([^,]*)$", " or $1");
        throw new ParameterException(spec.commandLine(), "what kind of model? add " + kinds + " after train");
    }
}
