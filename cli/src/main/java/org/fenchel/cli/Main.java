package org.fenchel.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.fenchel.cli.console.Mistakes;

/** The entry point of the {@code fenchel} command. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exit = run(args, out, err);
        System.exit(exit);
    }

    /**
     * Runs one command.
     *
     * @param out receives results
     * @param err receives everything else
     * @return the exit code, see {@link org.fenchel.cli.console.Exit}
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        try {
            return Commands.of(args).setOut(out).setErr(err).execute(args);
        } catch (Throwable thrown) { // what picocli lets through: errors of the JVM
            return Mistakes.report(thrown, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /**
     * UTF-8 whatever the locale says: JSON and CSV are UTF-8 by definition, and names of columns must survive a bare
     * environment.
     */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
