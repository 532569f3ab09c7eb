package org.fenchel.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.fenchel.catalogue.Nearest;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever goes wrong into one line and an exit code. A stack trace is for those who ask for it with {@code
 * FENCHEL_DEBUG=1}.
 */
public final class Mistakes implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        String text = message(mistake);
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            text = unmatched(unmatched);
        } else if (mistake instanceof MissingParameterException) {
            // picocli spells every option out again; the help does that better
            text = text.replace("Missing required parameter", "missing").replace("Missing required option", "missing");
        }
        String name = command.getCommandSpec().qualifiedName();
        say(command.getErr(), name, text + "; see " + name + " --help");
        return Exit.USAGE;
    }

    private static String unmatched(UnmatchedArgumentException mistake) {
        String first = mistake.getUnmatched().get(0);
        String text =
                first.startsWith("-") ? "no option is named '" + first + "'" : "'" + first + "' is one word too many";
        var subcommands = mistake.getCommandLine().getSubcommands().keySet();
        if (!subcommands.isEmpty() && !first.startsWith("-")) {
            text = "no command is named '" + first + "'";
        }
        String suggested = first.startsWith("-") || !subcommands.isEmpty()
                ? mistake.getSuggestions().stream().findFirst().orElse("")
                : "";
        // letters in the wrong order are likelier than other ones
        String closest = Nearest.of(first, subcommands).orElse(suggested);
        return closest.isEmpty() ? text : text + "; did you mean '" + closest + "'?";
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        return report(thrown, command.getErr());
    }

    /** Says what went wrong and chooses the exit code. */
    public static int report(Throwable thrown, PrintWriter err) {
        if ("1".equals(System.getenv("FENCHEL_DEBUG"))) {
            thrown.printStackTrace(err);
        }
        if (thrown instanceof InvalidInput) {
            say(err, "fenchel", message(thrown));
            return Exit.DATA;
        }
        if (thrown instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return report(wrapped.getCause(), err);
        }
        if (thrown instanceof InvalidPathException path) {
            say(
                    err,
                    "fenchel",
                    "'" + path.getInput() + "' can't be a file name here; rename the file, or set LC_ALL=C.UTF-8");
            return Exit.USAGE;
        }
        if (thrown instanceof IOException file) {
            say(err, "fenchel", words(file));
            return Exit.DATA;
        }
        if (thrown instanceof OutOfMemoryError) {
            say(err, "fenchel", "out of memory; give the JVM more, as in FENCHEL_OPTS=-Xmx8g");
            return Exit.FAILED;
        }
        say(
                err,
                "fenchel",
                "unexpected " + thrown.getClass().getSimpleName() + ": " + message(thrown)
                        + "; this is a fault of Fenchel, set FENCHEL_DEBUG=1 to see where");
        return Exit.FAILED;
    }

    private static String words(IOException mistake) {
        if (mistake instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file or folder; check the path";
        }
        if (mistake instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied; check who may read and write it";
        }
        if (mistake instanceof FileSystemException file) {
            String reason = file.getReason();
            return file.getFile() + ": " + (reason == null ? file.getClass().getSimpleName() : reason)
                    + "; check the path and the disk";
        }
        return message(mistake) + "; check the path and the disk";
    }

    private static String message(Throwable thrown) {
        @Nullable String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }

    private static void say(PrintWriter err, String who, String text) {
        err.println(OneLine.of(who + ": " + text));
        err.flush();
    }
}
