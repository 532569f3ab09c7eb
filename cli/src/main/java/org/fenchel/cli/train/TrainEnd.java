package org.fenchel.cli.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.fenchel.cli.console.AtomicOutput;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.OutputOptions;
import org.fenchel.cli.console.Usage;
import org.fenchel.io.model.ModelFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What becomes of a fit: its files and its report. */
public final class TrainEnd {
    private TrainEnd() {}

    /** Refuses places that cannot be written, before anything is computed. */
    public static void requirePlaces(OutputOptions output, CommandSpec command) {
        Usage.of(command, () -> {
            requirePlace(output.out);
            requirePlace(output.trace);
            return true;
        });
    }

    private static void requirePlace(@Nullable Path file) {
        if (file != null) {
            AtomicOutput.require(file);
        }
    }

    /** Writes the model and its trace where they were asked for. */
    public static void save(OutputOptions output, Learned<?> learned) throws IOException {
        if (output.out != null) {
            ModelFile.write(output.out, learned.model());
        }
        if (output.trace != null) {
            TraceFile.write(output.trace, learned.trace(), learned.judged());
        }
    }

    /** Prints warnings, and the report for people or for programs. */
    public static void report(TrainOutcome outcome, CommandSpec command) {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        for (String warning : TrainWarnings.of(outcome)) {
            err.println(OneLine.of("warning: " + warning));
        }
        err.flush();
        if (outcome.plan().output().json) {
            Json.print(out, TrainJson.of(outcome));
        } else if (!outcome.plan().output().quiet) {
            TrainReport.print(outcome, out);
        }
        out.flush();
    }
}
