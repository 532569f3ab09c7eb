package org.fenchel.cli;

import java.util.concurrent.Callable;
import org.fenchel.cli.hawkes.SimulateHawkes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the simulating commands. */
@Command(
        name = "simulate",
        header = "Simulate a fitted process: hawkes.",
        synopsisSubcommandLabel = "hawkes",
        subcommands = SimulateHawkes.class,
        mixinStandardHelpOptions = true)
final class Simulate implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "what kind of process? add hawkes after simulate");
    }
}
