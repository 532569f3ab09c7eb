package org.fenchel.cli.data;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the commands for known data sets. */
@Command(
        name = "data",
        header = "List the known data sets and get them.",
        description = "They lie in the folder that FENCHEL_DATA names, or in the user's cache.",
        subcommands = {DataList.class, DataGet.class},
        mixinStandardHelpOptions = true)
public final class Data implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "list them or get one? add list, or get NAME");
    }
}
