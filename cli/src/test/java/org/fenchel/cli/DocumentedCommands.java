package org.fenchel.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as the tests of the documentation use it. */
public final class DocumentedCommands {
    private DocumentedCommands() {}

    /** All commands with their options. */
    public static CommandSpec model() {
        return Commands.of().getCommandSpec();
    }

    /** Checks arguments without running anything. */
    public static void parse(String... args) {
        Commands.of(args).parseArgs(args);
    }

    /** Runs a command and returns its exit code; results and messages come in the order in which they are printed. */
    public static int run(PrintWriter terminal, String... args) {
        return Main.run(args, terminal, terminal);
    }
}
