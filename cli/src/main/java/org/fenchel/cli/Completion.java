package org.fenchel.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.Exit;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in the shell. */
@Command(
        name = "completion",
        header = "Print a completion script for bash and zsh.",
        description = "Use it with: source <(fenchel completion)",
        mixinStandardHelpOptions = true)
final class Completion implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(AutoComplete.bash("fenchel", spec.root().commandLine()));
        return Exit.OK;
    }
}
