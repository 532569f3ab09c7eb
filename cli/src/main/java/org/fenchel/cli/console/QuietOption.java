package org.fenchel.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether a command that writes a file says so. */
public final class QuietOption {
    @Option(
            names = {"--quiet", "-q"},
            description = "Print nothing but warnings and errors.")
    private boolean quiet;

    /** Says that a file was written. */
    public void saved(Path file, PrintWriter out) {
        if (!quiet) {
            out.println("Saved   " + OneLine.of(file.toString()));
        }
    }

    /** Says what may come next. */
    public void next(String command, PrintWriter out) {
        if (!quiet) {
            out.println("Next    " + OneLine.of(command));
        }
    }
}
